namespace Registry.Converters.Avro;

/// <summary>The words by which Connect's schemas are kept in those of Avro, and the other way round (spec 3.2, 3.4).</summary>
internal static class AvroWords
{
    public const string Namespace = "io.confluent.connect.avro";
    public const string DefaultName = Namespace + ".ConnectDefault";
    public const string MapEntry = "MapEntry";
    public const string MapEntryName = Namespace + "." + MapEntry;
    public const string Key = "key";
    public const string Value = "value";

    public const string InternalType = "connect.internal.type";
    public const string Doc = "connect.doc";
    public const string Version = "connect.version";
    public const string Parameters = "connect.parameters";
    public const string Default = "connect.default";
    public const string Name = "connect.name";
    public const string Type = "connect.type";

    /// <summary>Properties that begin so are parameters under their own names.</summary>
    public const string PassedOn = "avro";

    /// <summary>The parameter of bytes that are a fixed: its size.</summary>
    public const string FixedSize = "connect.fixed.size";

    /// <summary>The parameter of decimals with a precision other than <see cref="DefaultPrecision"/>.</summary>
    public const string DecimalPrecision = "connect.decimal.precision";
    public const int DefaultPrecision = 64;

    public const string EnumDocPrefix = Namespace + ".enum.doc.";
    public const string EnumDefaultPrefix = Namespace + ".enum.default.";
    public const string RecordDoc = Namespace + ".record.doc";
    public const string FieldDocPrefix = Namespace + ".field.doc.";

    /// <summary>The parameter that says that a default is the record field's own, and no <see cref="Default"/> of the type.</summary>
    public const string FieldDefaultFlag = Namespace + ".field.default";

    /// <summary>The parameters for docs of types when those do not become docs.</summary>
    public const string DiscardedRecordDoc = "connect.record.doc";
    public const string DiscardedEnumDoc = "connect.enum.doc";

    public const string Enum = Namespace + ".Enum";
    public const string Union = Namespace + ".Union";
    public const string GeneralEnum = "org.apache.kafka.connect.data.Enum";
    public const string GeneralUnion = "org.apache.kafka.connect.data.Union";
    public const string GeneralUnionName = "connect_union_";
    public const string GeneralUnionField = "connect_union_field_";
}
