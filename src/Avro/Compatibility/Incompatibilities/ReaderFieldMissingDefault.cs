using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The writer lacks a field for which the reader has no default.</summary>
public sealed record ReaderFieldMissingDefault(string Path, SchemaPlace Place, RecordSchema Reader, RecordField Field, RecordSchema Writer)
    : AvroIncompatibility("READER_FIELD_MISSING_DEFAULT_VALUE", Path, Place)
{
    public override string AdditionalInfo => Field.Name;

    protected override string Where => SchemaPlace.Of(Reader, Field);

    protected override string Description(Sides sides) => $"The field '{Field.Name}' at path '{Path}' in the {sides.Reader} schema has no default value and is missing in the {sides.Writer} schema";

    protected override string Reason(Direction direction) => direction.NewReads
        ? "The old schema has no such field, and the field has no default, so the new schema has no value for it when it reads old data."
        : "The new schema has no such field any more, and the old schema has no default for it, so the old schema has no value for it when it reads new data.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays)
    {
        if (DefaultSample.Of(Field.Schema) is { } sample)
            yield return $"Give the field a default, such as \"default\": {sample}.";
        if (Field.Schema is not UnionSchema && Field.Schema.Kind != AvroKind.Null)
            yield return "Make the field optional: a union of null and its type, with \"default\": null.";
        // Under both directions the old schema would miss its field in turn.
        if (!bothWays && FormerField() is { } former)
            yield return $"If it is the old field \"{former.Name}\" under a new name, give it the alias: \"aliases\": [\"{former.Name}\"].";
        yield return "Remove the field.";
    }

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays)
    {
        if (Writer.Fields.FirstOrDefault(field => field.Aliases.Contains(Field.Name, StringComparer.Ordinal)) is { } renamed)
            yield return $"Give the field \"{renamed.Name}\" its old name \"{Field.Name}\" back: the old schema does not know its aliases.";
        else
            yield return $"Keep the field, of type {SchemaWords.Of(Field.Schema)}.";
    }

    /// <summary>A field of the writer that no field of the reader reads, but this one could.</summary>
    private RecordField? FormerField()
    {
        var read = Reader.Fields.SelectMany(field => field.Aliases.Prepend(field.Name)).ToHashSet(StringComparer.Ordinal);
        return Writer.Fields.FirstOrDefault(candidate =>
            !read.Contains(candidate.Name) && CompatibilityCheck.Run(Field.Schema, candidate.Schema, CancellationToken.None).Count == 0);
    }
}
