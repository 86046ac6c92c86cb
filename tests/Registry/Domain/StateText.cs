using System.Globalization;
using System.Text;
using Registry.Domain;

namespace Registry.Tests.Domain;

/// <summary>A state as a text, so that two can be compared and the difference be read. Without the offset, which is not content.</summary>
internal static class StateText
{
    public static string Of(RegistryState state)
    {
        var text = new StringBuilder();
        foreach (var version in state.Subjects.Values.SelectMany(subject => subject.Versions))
            Line(text, $"{Name(version.Key)}: id {version.Id}, deleted {version.Deleted}, at {version.Offset}, {version.Timestamp}: {Of(version.Schema)}");
        foreach (var (name, context) in state.Contexts.OrderBy(it => it.Key, StringComparer.Ordinal))
            Append(text, name, context);
        Line(text, $"contexts {string.Join(' ', state.NamedContexts)}");
        foreach (var (scope, config) in state.Configs)
            Line(text, $"config {scope}: {Commands.Show(config)}");
        foreach (var (scope, mode) in state.Modes)
            Line(text, $"mode {scope}: {mode}");
        foreach (var (target, referrers) in state.Referrers.OrderBy(it => it.Key))
            Line(text, $"{Name(target)} is referred to by {string.Join(' ', referrers.Select(Name))}");
        foreach (var association in state.Associations.All.Values)
            Line(text, $"{association}");
        Line(text, $"skipped {state.ConflictingRecords} {state.MalformedRecords}");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, ContextState context)
    {
        Line(text, $"context {name}: highest id {context.HighestId}");
        foreach (var (id, it) in context.Ids.OrderBy(it => it.Key))
            Line(text, $"  id {id}: {Of(it.Schema)}, held by {string.Join(' ', it.Holders.Select(Name))}");
        foreach (var (guid, id) in context.IdsByGuid.OrderBy(it => it.Key))
            Line(text, $"  guid {guid}: {id}");
    }

    private static string Of(StoredSchema schema) => $"{schema.Guid} {schema.Text} [{string.Join(", ", schema.References)}]";

    private static string Name(VersionKey key) => $"{key.Subject}/{key.Version}";

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
