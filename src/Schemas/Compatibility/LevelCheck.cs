namespace Registry.Schemas;

/// <summary>Checks a new schema against a history under a level and lists what is wrong as the reference lists it (compatibility spec 4).</summary>
public static class LevelCheck
{
    private const int LongestQuotedSchema = 10240;

    /// <param name="newestFirst">Active versions only.</param>
    /// <returns>One entry for each finding of the first version that fails, then that version; empty when compatible.</returns>
    public static IReadOnlyList<string> Run(
        ParsedSchema candidate, IEnumerable<EarlierVersion> newestFirst, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        if (level == CompatibilityLevel.None)
            return [];
        foreach (var earlier in level.IsTransitive() ? newestFirst : newestFirst.Take(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var messages = Compare(candidate, earlier, level, policy, cancellationToken);
            if (messages.Count > 0)
                return messages;
        }
        return [];
    }

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
