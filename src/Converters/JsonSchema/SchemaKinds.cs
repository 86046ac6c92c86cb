using Registry.Converters.Connect;

namespace Registry.Converters.JsonSchema;

/// <summary>What the names and parameters of Connect's schemas say that JSON schemas have words for.</summary>
internal static class SchemaKinds
{
    public static bool IsUnion(this ConnectSchema schema) =>
        schema.Type == ConnectType.Struct && (schema.Name == JsonWords.Union || schema.Parameter(JsonWords.GeneralUnion) is not null);

    public static bool IsEnum(this ConnectSchema schema) =>
        schema.Type == ConnectType.String && (schema.Parameter(JsonWords.Enum) is not null || schema.Parameter(JsonWords.GeneralEnum) is not null);

    public static bool IsVariant(this ConnectSchema schema) => schema is { Type: ConnectType.Struct, Name: LogicalType.Variant };

    /// <summary>Maps that are objects; others are arrays of their entries.</summary>
    public static bool IsObjectMap(this ConnectSchema map) => map.KeySchema is { Type: ConnectType.String, IsOptional: false };
}
