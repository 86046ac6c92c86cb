using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The reader's fixed type has another size.</summary>
public sealed record FixedSizeMismatch(string Path, SchemaPlace Place, FixedSchema Reader, FixedSchema Writer) : AvroIncompatibility("FIXED_SIZE_MISMATCH", Path, Place)
{
    public override string AdditionalInfo => $"expected: {Writer.Size}, found: {Reader.Size}";

    protected override string Where => Place.Of(Reader);

    protected override string Description(Sides sides) => $"The size of FIXED type field at path '{Path}' in the {sides.Reader} schema does not match with the {sides.Writer} schema";

    protected override string Reason(Direction direction) =>
        $"Data of the {direction.Sides.Writer} schema has {SchemaWords.Bytes(Writer.Size)} here, and the {direction.Sides.Reader} schema reads {SchemaWords.Bytes(Reader.Size)}. The size of a fixed cannot change.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays) => [$"Keep the size {Writer.Size}."];

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays) => [$"Keep the size {Reader.Size}."];
}
