using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>No branch of the reader's union reads what the writer may have written.</summary>
/// <param name="Writer">A branch of the writer's union, or all that the writer has here.</param>
/// <param name="IsBranch">Which of the two it is.</param>
public sealed record MissingUnionBranch(string Path, SchemaPlace Place, UnionSchema Reader, AvroSchema Writer, bool IsBranch) : AvroIncompatibility("MISSING_UNION_BRANCH", Path, Place)
{
    public override string AdditionalInfo => $"reader union lacking writer type: {Writer.Kind.UpperCaseWord()}";

    /// <summary>A branch that has the name of the writer's type but is of another kind.</summary>
    private AvroSchema? Namesake => Reader.Branches.FirstOrDefault(branch => branch.BranchName == Writer.BranchName);

    protected override string Description(Sides sides) => $"The {sides.Reader} schema is missing a type inside a union field at path '{Path}' in the {sides.Writer} schema";

    protected override string Reason(Direction direction) =>
        $"Data of the {direction.Sides.Writer} schema {(IsBranch ? "may hold" : "holds")} {SchemaWords.Of(Writer)} here, and no branch of the {direction.Sides.Reader} schema's {SchemaWords.Of(Reader)} reads that.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays) => Namesake is { } namesake
        ? [$"Put {SchemaWords.Of(Writer)} in the place of {SchemaWords.Of(namesake)}."]
        : [$"Add {SchemaWords.Of(Writer)} to the union."];

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays)
    {
        yield return $"Keep the {SchemaWords.Of(Reader)}.";
        if (!bothWays && IsBranch)
            yield return $"Take {SchemaWords.Of(Writer)} out of the union.";
    }
}
