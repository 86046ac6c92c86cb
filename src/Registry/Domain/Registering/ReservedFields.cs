namespace Registry.Domain;

/// <summary>Field names that a subject's metadata keeps from being used (spec 5.6; compatibility spec 4.3).</summary>
public static class ReservedFields
{
    public static IEnumerable<string> Check(Candidate candidate, StoredSchema? newest)
    {
        var reserved = Of(candidate.Schema.Metadata);
        foreach (var field in Of(newest?.Metadata).Where(field => !reserved.Contains(field, StringComparer.Ordinal)))
            yield return $"The new schema has reserved field {field} removed from its metadata which is present in the old schema's metadata.";
        foreach (var field in reserved.Where(candidate.Parsed.HasTopLevelField))
            yield return $"The new schema has field that conflicts with the reserved field {field}.";
    }

    private static string[] Of(Metadata? metadata) =>
        metadata?.Properties.GetValueOrDefault(Metadata.ReservedProperty)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
