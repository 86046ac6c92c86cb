using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>What holds where nobody has configured anything.</summary>
public sealed record SettingsDefaults
{
    public CompatibilityLevel CompatibilityLevel { get; init; } = CompatibilityLevel.Backward;

    public bool ValidateFields { get; init; }

    public bool ValidateNewSchemas { get; init; } = true;
}

/// <summary>Which configuration and mode are in force for a subject (spec 5.8, 5.9).</summary>
public sealed class Settings(SettingsDefaults defaults)
{
    /// <summary>What is configured for just this subject or context, with a level in any case; null when nothing is.</summary>
    public Config? Own(RegistryState state, Subject scope)
    {
        if (state.Configs.TryGetValue(scope, out var own))
            return WithLevel(own);
        return scope == Subject.Default || scope == Subject.Global ? WithLevel(Config.Empty) : null;
    }

    /// <summary>
    /// The configuration in force. A subject without its own takes that of its context whole. One with its own takes some members from
    /// the default context's and its level from the server's defaults: odd, but what the reference does and fleets rely on.
    /// </summary>
    public Config InForce(RegistryState state, Subject subject)
    {
        if (!state.Configs.TryGetValue(subject, out var own))
            return WithLevel(Inherited(state.Configs, subject) ?? Config.Empty);
        var global = state.Configs.TryGetValue(Subject.Default, out var it) ? it : Config.Empty;
        return WithLevel(own with
        {
            Normalize = own.Normalize ?? global.Normalize,
            ValidateFields = own.ValidateFields ?? global.ValidateFields,
            ValidateNewSchemas = own.ValidateNewSchemas ?? global.ValidateNewSchemas,
            ValidateRules = own.ValidateRules ?? global.ValidateRules,
            CompatibilityPolicy = own.CompatibilityPolicy ?? global.CompatibilityPolicy,
            CompatibilityGroup = own.CompatibilityGroup ?? global.CompatibilityGroup,
        });
    }

    public static Mode ModeInForce(RegistryState state, Subject subject)
    {
        if (state.Modes.TryGetValue(subject, out var own) || state.Modes.TryGetValue(Subject.WholeContext(subject.Context), out own) || state.Modes.TryGetValue(Subject.Global, out own))
            return own;
        return Mode.ReadWrite;
    }

    public bool ValidatesFields(Config inForce) => inForce.ValidateFields ?? defaults.ValidateFields;

    public bool ValidatesNewSchemas(Config inForce) => inForce.ValidateNewSchemas ?? defaults.ValidateNewSchemas;

    private Config WithLevel(Config config) => config with { CompatibilityLevel = config.CompatibilityLevel ?? defaults.CompatibilityLevel };

    private static Config? Inherited(ImmutableSortedDictionary<Subject, Config> configs, Subject subject) =>
        configs.TryGetValue(Subject.WholeContext(subject.Context), out var config) || configs.TryGetValue(Subject.Global, out config) ? config : null;
}
