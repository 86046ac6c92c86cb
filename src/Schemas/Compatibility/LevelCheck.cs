using System.Diagnostics;

namespace Registry.Schemas;

/// <summary>Checks a new schema against a history under a level and lists what is wrong as the reference lists it (compatibility spec 4).</summary>
public static class LevelCheck
{
    private const int LongestQuotedSchema = 10240;

    /// <summary>How long all versions together may take. Each comparison has its own bound, and there can be any number of them.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <param name="newestFirst">Active versions only.</param>
    /// <param name="longest">How long all versions together may take; null for <see cref="Longest"/>.</param>
    /// <returns>One entry for each finding of the first version that fails, then that version; empty when compatible.</returns>
    public static IReadOnlyList<string> Run(
        ParsedSchema candidate, IEnumerable<EarlierVersion> newestFirst, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellationToken, TimeSpan? longest = null)
    {
        if (level == CompatibilityLevel.None)
            return [];
        var start = Stopwatch.GetTimestamp();
        foreach (var (at, earlier) in (level.IsTransitive() ? newestFirst : newestFirst.Take(1)).Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What was not compared must not pass for compatible.
            if (at > 0 && Stopwatch.GetElapsedTime(start) > (longest ?? Longest))
                return [$"{NotCompared(earlier)}; register under a level that is not transitive, or delete earlier versions"];
            var messages = Compare(candidate, earlier, level, policy, cancellationToken);
            if (messages.Count > 0)
                return messages;
        }
        return [];
    }

    internal static string NotCompared(EarlierVersion earlier) =>
        $"Version {earlier.Version} and those before it were not compared, since comparing the later ones took too long";

    private static List<string> Compare(ParsedSchema candidate, EarlierVersion earlier, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        if (earlier.Type != candidate.Type)
            return ["Incompatible because of different schema type"];
        // What cannot be read must not pass for compatible.
        if (earlier.Schema.Value is not { } schema)
            return [$"Version {earlier.Version} is stored but cannot be parsed, so nothing can be checked against it; delete that version, or register under compatibility NONE"];

        List<string> messages = [];
        if (level.ChecksForward())
            messages.AddRange(schema.FindIncompatibilities(candidate, policy, cancellationToken).Select(finding => finding.Describe(Sides.OldReadsNew)));
        var forward = messages.Count;
        if (level.ChecksBackward())
            messages.AddRange(candidate.FindIncompatibilities(schema, policy, cancellationToken).Select(finding => finding.Describe(Sides.NewReadsOld)));

        // Quirk: under FULL the old schema is only quoted where its data cannot be read.
        if (level.ChecksBackward() ? messages.Count > forward : messages.Count > 0)
        {
            messages.Add($"{{oldSchemaVersion: {earlier.Version}}}");
            messages.Add(Quote(schema.CanonicalText));
        }
        return messages;
    }

    private static string Quote(string text) => text.Length > LongestQuotedSchema
        ? $"{{oldSchema: <truncated> '{text.AsSpan(0, LongestQuotedSchema)}...'}}"
        : $"{{oldSchema: '{text}'}}";
}
