using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The writer has symbols that the reader does not know, and the reader has no default for them.</summary>
public sealed record MissingEnumSymbols(string Path, SchemaPlace Place, EnumSchema Reader, EnumSchema Writer) : AvroIncompatibility("MISSING_ENUM_SYMBOLS", Path, Place)
{
    public override string AdditionalInfo => $"[{string.Join(", ", Missing)}]";

    protected override string Where => Place.Of(Reader);

    private IEnumerable<string> Missing => Writer.Symbols.Where(symbol => !Reader.TryGetOrdinal(symbol, out _)).Order(StringComparer.Ordinal);

    private string Symbols => SchemaWords.List([.. Missing], "and");

    protected override string Description(Sides sides) => $"The {sides.Reader} schema is missing enum symbols '{AdditionalInfo}' at path '{Path}' in the {sides.Writer} schema";

    protected override string Reason(Direction direction) =>
        $"Data of the {direction.Sides.Writer} schema may hold {Symbols}, which the {direction.Sides.Reader} schema does not have, nor a default for symbols that it does not know.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays)
    {
        yield return $"Keep {Symbols} among the symbols.";
        if (Reader.Symbols.Count > 0)
            yield return $"Give the enum a default, such as \"default\": \"{Reader.Symbols[0]}\": it is read in place of symbols that the schema does not have.";
    }

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays) => [$"Leave {Symbols} out of the symbols."];
}
