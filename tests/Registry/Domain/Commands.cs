using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Tests.Domain;

/// <summary>Commands of the REST API on a state, JSON as literals.</summary>
internal static class Commands
{
    public static Outcome Register(
        this RegistryState state, string subject, string text, string? references = null, string? metadata = null, string? ruleSet = null,
        int version = 0, int? id = null, bool normalize = false, bool force = false)
    {
        SchemaId? wanted = id is { } it ? new SchemaId(it) : null;
        var request = new RegistrationRequest(Subject.Parse(subject), Schemas.Submitted(text, references, metadata, ruleSet), version, wanted, normalize, force);
        return Outcome.Of(state, Rules.Registration.Decide(state, request, new CheckedAhead()), registered => $"version {registered.Version}, id {registered.Id}");
    }

    public static Outcome RegisterTagged(this RegistryState state, string subject, string text, TagEdit tags, bool propagate = false)
    {
        var request = new RegistrationRequest(Subject.Parse(subject), Schemas.Submitted(text), Version: 0, Id: null, Normalize: false, Force: false) { Tags = tags, PropagatesTags = propagate };
        return Outcome.Of(state, Rules.Registration.Decide(state, request, new CheckedAhead()), registered => $"version {registered.Version}, id {registered.Id}");
    }

    /// <param name="from">0 for the latest.</param>
    public static Outcome ChangeTags(this RegistryState state, string subject, TagEdit tags, int from = 0, int newVersion = 0, string? rulesToMerge = null, string? rulesToRemove = null)
    {
        SchemaVersion? version = from == 0 ? null : new SchemaVersion(from);
        var merged = rulesToMerge is null ? null : Schemas.Submitted("", ruleSet: rulesToMerge).RuleSet;
        var request = new TagChangeRequest(Subject.Parse(subject), version, newVersion, tags, Metadata: null, RuleSet: null, merged, rulesToRemove is null ? [] : [rulesToRemove]);
        return Outcome.Of(state, Rules.TagChange.Decide(state, request, new CheckedAhead()), registered => $"version {registered.Version}, id {registered.Id}");
    }

    public static Outcome Associate(this RegistryState state, AssociationRequest request, AssociationMode mode = AssociationMode.Create) => Outcome.Of(
        state, Rules.AssociationChange.Decide(state, request, mode), done => string.Join(", ", done.Changed.Select(it => $"{it.Association.Key.Subject} {it.Association.Lifecycle.Name()}")));

    public static Outcome Dissociate(this RegistryState state, string resourceId, bool cascades = false) => Outcome.Of(
        state, AssociationDeletion.Decide(state, new(resourceId, ResourceType: null, Types: [], cascades)), gone => string.Join(", ", gone.Select(it => it.Key.Subject)));

    public static string LookUp(this RegistryState state, string subject, string text, string? references = null, string? metadata = null, bool normalize = false, Deleted deleted = Deleted.Exclude) =>
        Rules.Lookup.FindAnywhere(state, Subject.Parse(subject), Schemas.Submitted(text, references, metadata), normalize, deleted).TryGet(out var found, out var refusal)
            ? $"{found.Subject} version {found.Version}, id {found.Id}"
            : $"{(int)refusal.Code} {refusal.Message}";

    /// <param name="version">0 for the latest.</param>
    public static Outcome Delete(this RegistryState state, string subject, int version, bool permanent = false) => Outcome.Of(
        state, Deletion.DecideVersion(state, Subject.Parse(subject), version == 0 ? null : new SchemaVersion(version), permanent), gone => gone.ToString());

    public static Outcome Delete(this RegistryState state, string subject, bool permanent = false) =>
        Outcome.Of(state, Deletion.DecideSubject(state, Subject.Parse(subject), permanent), gone => string.Join(',', gone));

    public static Outcome PutConfig(this RegistryState state, string scope, string json)
    {
        using var document = JsonDocument.Parse(json);
        var body = document.RootElement.Clone();
        Config Change(Config now) => ConfigJson.ReadOver(now, body, ConfigJson.LevelInUpdates, level => CompatibilityNames.ParseLevel(JsonShape.Text(level)));
        return Outcome.Of(state, ConfigChange.DecidePut(state, Subject.Parse(scope), Change), Show);
    }

    public static Outcome DeleteConfig(this RegistryState state, string scope) =>
        Outcome.Of(state, Rules.ConfigChange.DecideDelete(state, Subject.Parse(scope)), Show);

    public static string ConfigInForce(this RegistryState state, string scope) => Show(Rules.Settings.InForce(state, Subject.Parse(scope)));

    public static Outcome PutMode(this RegistryState state, string scope, Mode? mode, bool force = false) =>
        Outcome.Of(state, ModeChange.DecidePut(state, Subject.Parse(scope), mode, force), Show);

    public static Outcome DeleteMode(this RegistryState state, string scope, bool recursive = false) =>
        Outcome.Of(state, ModeChange.DecideDelete(state, Subject.Parse(scope), recursive), Show);

    public static Outcome DeleteContext(this RegistryState state, string context) =>
        Outcome.Of(state, ContextDeletion.Decide(state, Subject.WholeContext(context)), name => name);

    private static string Show(ModeSetting setting) => setting.Mode?.Name() ?? "none";

    public static string Show(Config config) => System.Text.Encoding.UTF8.GetString(JsonWriting.ToBytes(writer =>
    {
        writer.WriteStartObject();
        ConfigJson.WriteMembers(writer, config, ConfigJson.LevelInAnswers);
        writer.WriteEndObject();
    }));
}
