using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The writer's kind does not become the reader's.</summary>
public sealed record TypeMismatch(string Path, SchemaPlace Place, AvroSchema Reader, AvroSchema Writer) : AvroIncompatibility("TYPE_MISMATCH", Path, Place)
{
    public override string AdditionalInfo => $"reader type: {Reader.Kind.UpperCaseWord()} not compatible with writer type: {Writer.Kind.UpperCaseWord()}";

    /// <summary>
    /// The field that is missing in truth: of one whose enum has a default the reference takes that for the field's, but then compares
    /// the enum with the whole record of the writer. Null in all other cases.
    /// </summary>
    internal ReaderFieldMissingDefault? MissingField =>
        Place is { Field: { } enumField, Reader: { } record } && ReferenceEquals(Place.Writer, Writer) && FieldMatch.Find(enumField, Place.Writer).Count == 0
            ? new ReaderFieldMissingDefault(Path, Place, record, enumField, Place.Writer)
            : null;

    private AvroSchema WholeWriter => Place.WriterUnion ?? Writer;

    private string[] Readable => [.. Promotion.ReadableBy(Reader.Kind).Select(kind => kind.Word())];

    protected override string Description(Sides sides) => $"The type (path '{Path}') of a field in the {sides.Reader} schema does not match with the {sides.Writer} schema";

    protected override string Reason(Direction direction) =>
        $"Data of the {direction.Sides.Writer} schema {(Place.WriterUnion is null ? "holds" : "may hold")} {SchemaWords.Of(Writer)} here, where the {direction.Sides.Reader} schema has {SchemaWords.Of(Reader)}{(Readable.Length > 1 ? $", which reads only {SchemaWords.List(Readable, "and")}" : "")}.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays)
    {
        yield return $"Keep the type {SchemaWords.Of(WholeWriter)}.";
        if (!bothWays && Place.WriterUnion is null)
            yield return $"Make the type a union of both: {SchemaWords.Of(Writer)} and {SchemaWords.Of(Reader)}.";
    }

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays)
    {
        yield return $"Keep the type {SchemaWords.Of(Reader)}.";
        if (bothWays)
            yield break;
        if (Place.WriterUnion is not null)
            yield return $"Take {SchemaWords.Of(Writer)} out of the union.";
        else if (Readable.Length > 1)
            yield return $"Use {SchemaWords.List([.. Readable.Where(word => word != Reader.Kind.Word())], "or")}, which the old schema reads as {Reader.Kind.Word()}.";
    }
}
