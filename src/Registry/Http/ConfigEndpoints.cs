using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary><c>/config</c> of the registry, of contexts and of subjects (spec 4.5).</summary>
public sealed class ConfigEndpoints(Follower follower, SchemaWriter writer, Settings settings, ConfigChange change)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Get("/config", request => Get(request, Subject.Default));
        routes.Put("/config", request => PutAsync(request, Subject.Default, "updateTopLevelConfig.arg1"));
        routes.Delete("/config", request => DeleteAsync(request, Subject.Default));
        routes.Get("/config/{subject}", request => Get(request, request.Subject));
        routes.Put("/config/{subject}", request => PutAsync(request, request.Subject, "updateSubjectLevelConfig.arg2"));
        routes.Delete("/config/{subject}", request => DeleteAsync(request, request.Subject));
    }

    private Answer Get(RegistryRequest request, Subject scope)
    {
        var state = follower.Current;
        var config = request.Flag("defaultToGlobal") ? settings.InForce(state, scope) : settings.Own(state, scope);
        return config is null ? RegistryError.CompatibilityNotConfigured(scope) : Show(config, ConfigJson.LevelInAnswers);
    }

    private async Task<Answer> PutAsync(RegistryRequest request, Subject scope, string missing)
    {
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal)
            || !body.As("ConfigUpdateRequest", missing, ReadUpdate).TryGet(out var update, out refusal))
            return refusal;
        if (update.Fault is { } fault)
            return fault;
        var outcome = await writer.WriteAsync(state => ConfigChange.DecidePut(state, scope, update.Apply), request.Aborted);
        return outcome.TryGet(out var changed, out refusal) ? Show(changed, ConfigJson.LevelInUpdates) : refusal;
    }

    private async Task<Answer> DeleteAsync(RegistryRequest request, Subject scope)
    {
        var outcome = await writer.WriteAsync(state => change.DecideDelete(state, scope), request.Aborted);
        return outcome.TryGet(out var previous, out var refusal) ? Show(previous, ConfigJson.LevelInAnswers) : refusal;
    }

    private static ConfigUpdate ReadUpdate(JsonElement body)
    {
        RegistryError? fault = null;
        Config Apply(Config current) => ConfigJson.ReadOver(current, body, ConfigJson.LevelInUpdates, level =>
        {
            if (JsonShape.Text(level) is not { } name)
                return null;
            var parsed = CompatibilityNames.ParseLevel(name);
            fault ??= parsed is null ? RegistryError.InvalidCompatibilityLevel() : null;
            return parsed;
        });
        // Read once for its faults: a change is only ever decided on when the request as a whole makes sense.
        Apply(Config.Empty);
        return new(Apply, fault);
    }

    private static Answer Show(Config config, string levelName) => Answer.Json(json =>
    {
        json.WriteStartObject();
        ConfigJson.WriteMembers(json, config, levelName);
        json.WriteEndObject();
    });

    private sealed record ConfigUpdate(Func<Config, Config> Apply, RegistryError? Fault);
}
