using Registry.Avro.Model;
using Registry.Avro.Printing;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>A reader's field could be any of several of the writer's: by its name and its aliases (spec 1.11).</summary>
public sealed record AmbiguousField(RecordSchema Reader, RecordField Field, RecordSchema Writer) : ComparisonAborted
{
    protected override string Reason => $"Reader record field {FieldText.Of(Field)} matches multiple fields in writer record schema {CanonicalPrinter.Print(Writer)}";

    public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken)
    {
        string[] matches = [.. Field.Aliases.Prepend(Field.Name).Where(name => Writer.TryGetField(name, out _))];
        var fields = SchemaWords.List([.. matches.Distinct(StringComparer.Ordinal).Select(name => $"\"{name}\"")], "and");
        return
        [
            new(
                SchemaPlace.Of(Reader, Field),
                $"By its name and its aliases it reads {fields} of the {direction.Sides.Writer} schema, where it may read one field only. Nothing else was compared.",
                [direction.NewReads ? RemedyAsReader(matches) : $"Keep only one of the fields {fields} in the new schema, or give the others names that the old schema does not know."]),
        ];
    }

    private string RemedyAsReader(string[] matches) => matches[0] == Field.Name
        ? $"Remove the aliases {SchemaWords.List(matches[1..], "and")} from the field."
        : $"Keep only one of the aliases {SchemaWords.List(matches, "and")}.";
}
