using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Field names that a subject's metadata keeps from being used (spec 5.6; compatibility spec 4.3).</summary>
public static class ReservedFields
{
    public static IEnumerable<Incompatibility> Check(Candidate candidate, StoredSchema? newest)
    {
        var reserved = Of(candidate.Schema.Metadata);
        foreach (var field in Of(newest?.Metadata).Where(field => !reserved.Contains(field, StringComparer.Ordinal)))
            yield return new ReservedFieldDropped(field);
        foreach (var field in reserved.Where(candidate.Parsed.HasTopLevelField))
            yield return new ReservedFieldUsed(field);
    }

    private static string[] Of(Metadata? metadata) =>
        metadata?.Properties.GetValueOrDefault(Metadata.ReservedProperty)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private sealed record ReservedFieldDropped(string Field) : Incompatibility("", "")
    {
        public override string Describe(Sides sides) => $"The new schema has reserved field {Field} removed from its metadata which is present in the old schema's metadata.";

        public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) =>
        [
            new(
                $"metadata property {Metadata.ReservedProperty}",
                $"The newest version reserves the field name \"{Field}\"; the new schema's metadata no longer does, and a reserved name stays reserved.",
                [$"Add {Field} to the property {Metadata.ReservedProperty} of the new schema's metadata."]),
        ];
    }

    private sealed record ReservedFieldUsed(string Field) : Incompatibility("", "")
    {
        public override string Describe(Sides sides) => $"The new schema has field that conflicts with the reserved field {Field}.";

        public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) =>
        [
            new(
                $"top-level field \"{Field}\"",
                $"The new schema's metadata reserves the field name \"{Field}\" ({Metadata.ReservedProperty}), and the schema uses it.",
                [$"Give the field another name than {Field}."]),
        ];
    }
}
