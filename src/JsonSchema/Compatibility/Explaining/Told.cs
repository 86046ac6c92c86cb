using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Why a difference keeps the reader from reading, and what would help.</summary>
internal sealed record Told(string Reason, IReadOnlyList<string> Remedies);

/// <summary>A difference that is to be told: its rule, what was compared, and in which direction.</summary>
internal sealed record Topic(DifferenceRule Rule, SchemaPair Pair, Step Step, Direction Direction)
{
    public string Reader => Direction.Sides.Reader;

    public string Writer => Direction.Sides.Writer;

    /// <summary>The side that cannot change any more.</summary>
    public Model.SchemaNode Old => Direction.NewReads ? Pair.Writer : Pair.Reader;

    /// <summary>Whether the new schema may read more than the old one writes: nobody asks for the other direction.</summary>
    public bool MayWiden => Direction is { NewReads: true, BothWays: false };

    /// <summary>Whether the new schema may write less than the old one reads.</summary>
    public bool MayNarrow => Direction is { NewReads: false, BothWays: false };
}
