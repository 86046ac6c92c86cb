namespace Registry.Converters.JsonSchema;

/// <summary>The words by which Connect's schemas are kept in JSON schemas, and the other way round (spec 4.2, 4.3).</summary>
internal static class JsonWords
{
    public const string Prefix = "io.confluent.connect.json";
    public const string Enum = Prefix + ".Enum";
    public const string Union = Prefix + ".OneOf";
    public const string UnionField = Union + ".field.";

    /// <summary>The parameter that names a struct so that one within it can refer to it.</summary>
    public const string Id = Prefix + ".Id";
    public const string IdPrefix = "#id";

    /// <summary>The symbol that stands for a null among the values of an enum.</summary>
    public const string NullSymbol = "<NULL>";

    public const string GeneralEnum = "org.apache.kafka.connect.data.Enum";
    public const string GeneralUnion = "org.apache.kafka.connect.data.Union";
    public const string GeneralUnionName = "connect_union_";
    public const string GeneralUnionField = "connect_union_field_";

    public const string Index = "connect.index";
    public const string Type = "connect.type";
    public const string Version = "connect.version";
    public const string Parameters = "connect.parameters";
    public const string Bytes = "bytes";
    public const string Map = "map";
    public const string Key = "key";
    public const string Value = "value";

    /// <summary>The field that keeps the properties that a struct has no fields for.</summary>
    public const string AdditionalProperties = "__connect_additional_properties__";
}
