using Registry.Avro.Model;
using Registry.Avro.Printing;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The comparison has no answer, so the schemas count as incompatible. It is the only finding, and of no type.</summary>
public abstract record ComparisonAborted() : Incompatibility("", "")
{
    protected abstract string Reason { get; }

    public sealed override string Describe(Sides sides) => $"Unexpected exception during compatibility check: {Reason}";
}

/// <summary>A reader's field could be any of several of the writer's: by its name and its aliases (spec 1.11).</summary>
public sealed record AmbiguousField(RecordField Field, RecordSchema Writer) : ComparisonAborted
{
    protected override string Reason => $"Reader record field {FieldText.Of(Field)} matches multiple fields in writer record schema {CanonicalPrinter.Print(Writer)}";
}

/// <summary>Named types refer to each other in chains too long to follow, or in too many ways.</summary>
public sealed record ComparisonTooLarge : ComparisonAborted
{
    protected override string Reason => "the two schemas together are too deep or too large to be compared";
}
