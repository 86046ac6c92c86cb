using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Http;

/// <summary>What the operator lets clients do to modes.</summary>
public sealed record ModePolicy(bool AreMutable);

/// <summary><c>/mode</c> of the registry, of contexts and of subjects (spec 4.6).</summary>
public sealed class ModeEndpoints(Follower follower, SchemaWriter writer, ModePolicy policy)
{
    public void Map(RegistryRoutes routes)
    {
        routes.Get("/mode", request => Get(request, Subject.Default));
        routes.Put("/mode", request => PutAsync(request, Subject.Default, "updateTopLevelMode.arg1"));
        routes.Delete("/mode", request => DeleteAsync(request, Subject.Default));
        routes.Get("/mode/{subject}", request => Get(request, request.Subject));
        routes.Put("/mode/{subject}", request => PutAsync(request, request.Subject, "updateMode.arg2"));
        routes.Delete("/mode/{subject}", request => DeleteAsync(request, request.Subject));
    }

    private Answer Get(RegistryRequest request, Subject scope)
    {
        var state = follower.Current;
        if (request.Flag("defaultToGlobal"))
            return Show(Settings.ModeInForce(state, scope).Name());
        if (state.Modes.TryGetValue(scope, out var own))
            return Show(own.Name());
        return scope == Subject.Default || scope == Subject.Global ? Show(Mode.ReadWrite.Name()) : RegistryError.ModeNotConfigured(scope);
    }

    private async Task<Answer> PutAsync(RegistryRequest request, Subject scope, string missing)
    {
        if (!policy.AreMutable)
            return RegistryError.ModesAreFixed();
        if (!(await request.ReadBodyAsync()).TryGet(out var body, out var refusal) || !ReadName(body, missing).TryGet(out var wanted, out refusal))
            return refusal;
        var mode = ModeNames.Parse(wanted.Name);
        if (mode is null && wanted.Name is not null)
            return RegistryError.InvalidMode();
        var force = request.Flag("force");
        var outcome = await writer.WriteAsync(state => ModeChange.DecidePut(state, scope, mode, force), request.Aborted);
        return outcome.TryGet(out _, out refusal) ? Show(wanted.Name) : refusal;
    }

    private async Task<Answer> DeleteAsync(RegistryRequest request, Subject scope)
    {
        if (!policy.AreMutable)
            return RegistryError.ModesAreFixed();
        var recursive = request.Flag("recursive");
        var outcome = await writer.WriteAsync(state => ModeChange.DecideDelete(state, scope, recursive), request.Aborted);
        if (!outcome.TryGet(out var previous, out var refusal))
            return refusal;
        return previous.Mode is { } mode ? Show(mode.Name()) : Answer.EmptyObject;
    }

    // The mode may also come as a bare string; null clears it.
    private static Result<WantedMode, RegistryError> ReadName(JsonBody body, string missing)
    {
        if (body.Root is { ValueKind: JsonValueKind.String } bare)
            return new WantedMode(bare.GetString());
        return body.As("ModeUpdateRequest", missing, element =>
            element.TryGetProperty("mode", out var mode) ? new WantedMode(JsonShape.Text(mode)) : throw new JsonShapeException("The member 'mode' is missing; give it a mode, or null to clear it"));
    }

    private static Answer Show(string? mode) => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("mode", mode);
        json.WriteEndObject();
    });

    private readonly record struct WantedMode(string? Name);
}
