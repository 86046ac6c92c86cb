using System.Globalization;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro;

/// <summary>What the names and parameters of Connect's schemas say that Avro has kinds for.</summary>
internal static class SchemaKinds
{
    public static bool IsUnion(this ConnectSchema schema) =>
        schema.Type == ConnectType.Struct && (schema.Name == AvroWords.Union || schema.Parameter(AvroWords.GeneralUnion) is not null);

    public static bool IsEnum(this ConnectSchema schema, AvroDataOptions options) =>
        options.KeepsEnums && schema.Type == ConnectType.String && (schema.Parameter(AvroWords.Enum) is not null || schema.Parameter(AvroWords.GeneralEnum) is not null);

    /// <summary>Bytes of one size and under a name.</summary>
    public static bool IsFixed(this ConnectSchema schema) => schema.Type == ConnectType.Bytes && schema.Name is not null && schema.Parameter(AvroWords.FixedSize) is not null;

    /// <exception cref="DataException">The size is no number.</exception>
    public static int FixedSize(this ConnectSchema schema) =>
        int.TryParse(schema.Parameter(AvroWords.FixedSize), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new DataException($"Invalid size of a fixed: {schema.Parameter(AvroWords.FixedSize)}");

    /// <summary>Maps whose keys are such as Avro's.</summary>
    public static bool IsStringMap(this ConnectSchema map, AvroDataOptions options) =>
        map.KeySchema is { Type: ConnectType.String } key && (!key.IsOptional || options.AllowOptionalMapKeys);
}
