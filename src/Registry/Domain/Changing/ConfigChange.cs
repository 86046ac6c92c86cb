using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Decides on changes of a configuration (spec 4.5).</summary>
public sealed class ConfigChange(Settings settings)
{
    /// <param name="change">From what is configured now (all empty where nothing is) to what shall be: members a client leaves out stay.</param>
    public static Result<Plan<Config>, RegistryError> DecidePut(RegistryState state, Subject scope, Func<Config, Config> change)
    {
        if (!scope.IsValidForSettings)
            return RegistryError.InvalidSubject(scope);
        if (Settings.ModeInForce(state, scope).IsReadOnly())
            return RegistryError.ReadOnly(scope);
        var changed = change(state.Configs.TryGetValue(scope, out var current) ? current : Config.Empty);
        if ((RuleSetValidation.Fault(changed.DefaultRuleSet) ?? RuleSetValidation.Fault(changed.OverrideRuleSet)) is { } fault)
            return new RegistryError(ErrorCode.InvalidRuleSet, fault);
        return new Plan<Config>(changed, new ConfigRecord(scope, changed));
    }

    /// <returns>What was configured before.</returns>
    public Result<Plan<Config>, RegistryError> DecideDelete(RegistryState state, Subject scope)
    {
        if (settings.Own(state, scope) is not { } own || (scope == Subject.Global && !state.Configs.ContainsKey(scope)))
            return RegistryError.SubjectNotFound(scope);
        if (Settings.ModeInForce(state, scope).IsReadOnly())
            return RegistryError.ReadOnly(scope);
        return new Plan<Config>(own, new ConfigRecord(scope, Value: null));
    }
}
