using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>Named types refer to each other in chains too long to follow, or in too many ways.</summary>
public sealed record ComparisonTooLarge : ComparisonAborted
{
    protected override string Reason => "the two schemas together are too deep or too large to be compared";

    public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) =>
        [new("the schema as a whole", "The two schemas together are too deep or too large to be compared.", [])];
}
