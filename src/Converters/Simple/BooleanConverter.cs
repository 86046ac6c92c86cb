using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>Booleans as one byte, 0 or 1.</summary>
public sealed class BooleanConverter : SimpleConverter
{
    public override byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value)
    {
        if (schema is not null && schema.Type != ConnectType.Boolean)
            throw new DataException($"Invalid schema type for BooleanConverter: {schema.Type.UpperCaseWord()}");
        return value.Kind switch
        {
            ConnectValueKind.Null => null,
            ConnectValueKind.Boolean => [value.AsBoolean() ? (byte)1 : (byte)0],
            _ => throw new DataException($"BooleanConverter is not compatible with objects of type {value.ClassName}"),
        };
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data) => new(ConnectSchema.OptionalBoolean, data switch
    {
        null => default,
        [0] => false,
        [1] => true,
        _ => throw new DataException("Failed to deserialize boolean: a single byte 0 or 1 is expected"),
    });
}
