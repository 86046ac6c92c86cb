using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>A finding with the texts of spec 1.11. The path is a JSON pointer into the walk over the reader.</summary>
public abstract record AvroIncompatibility(string Type, string Path) : Incompatibility(Type, Path)
{
    /// <summary>The details that the type alone does not tell.</summary>
    public abstract string AdditionalInfo { get; }

    public sealed override string Describe(Sides sides) => $"{{errorType:'{Type}', description:'{Description(sides)}', additionalInfo:'{AdditionalInfo}'}}";

    protected abstract string Description(Sides sides);
}

/// <summary>The reader's fixed type has another size.</summary>
public sealed record FixedSizeMismatch(string Path, int ReaderSize, int WriterSize) : AvroIncompatibility("FIXED_SIZE_MISMATCH", Path)
{
    public override string AdditionalInfo => $"expected: {WriterSize}, found: {ReaderSize}";

    protected override string Description(Sides sides) => $"The size of FIXED type field at path '{Path}' in the {sides.Reader} schema does not match with the {sides.Writer} schema";
}

/// <summary>The writer's kind does not become the reader's.</summary>
public sealed record TypeMismatch(string Path, AvroKind Reader, AvroKind Writer) : AvroIncompatibility("TYPE_MISMATCH", Path)
{
    public override string AdditionalInfo => $"reader type: {Reader.UpperCaseWord()} not compatible with writer type: {Writer.UpperCaseWord()}";

    protected override string Description(Sides sides) => $"The type (path '{Path}') of a field in the {sides.Reader} schema does not match with the {sides.Writer} schema";
}

/// <summary>Neither the reader's name nor an alias of it is the writer's.</summary>
public sealed record NameMismatch(string Path, AvroName Writer) : AvroIncompatibility("NAME_MISMATCH", Path)
{
    public override string AdditionalInfo => $"expected: {Writer.Full}";

    protected override string Description(Sides sides) => $"The name of the schema has changed (path '{Path}')";
}

/// <summary>The writer has symbols that the reader does not know, and the reader has no default for them.</summary>
public sealed record MissingEnumSymbols(string Path, EnumSchema Reader, EnumSchema Writer) : AvroIncompatibility("MISSING_ENUM_SYMBOLS", Path)
{
    public override string AdditionalInfo =>
        $"[{string.Join(", ", Writer.Symbols.Where(symbol => !Reader.TryGetOrdinal(symbol, out _)).Order(StringComparer.Ordinal))}]";

    protected override string Description(Sides sides) => $"The {sides.Reader} schema is missing enum symbols '{AdditionalInfo}' at path '{Path}' in the {sides.Writer} schema";
}

/// <summary>No branch of the reader's union reads what the writer may have written.</summary>
public sealed record MissingUnionBranch(string Path, AvroKind Writer) : AvroIncompatibility("MISSING_UNION_BRANCH", Path)
{
    public override string AdditionalInfo => $"reader union lacking writer type: {Writer.UpperCaseWord()}";

    protected override string Description(Sides sides) => $"The {sides.Reader} schema is missing a type inside a union field at path '{Path}' in the {sides.Writer} schema";
}

/// <summary>The writer lacks a field for which the reader has no default.</summary>
public sealed record ReaderFieldMissingDefault(string Path, string Field) : AvroIncompatibility("READER_FIELD_MISSING_DEFAULT_VALUE", Path)
{
    public override string AdditionalInfo => Field;

    protected override string Description(Sides sides) => $"The field '{Field}' at path '{Path}' in the {sides.Reader} schema has no default value and is missing in the {sides.Writer} schema";
}
