using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>Bytes as they are.</summary>
public sealed class ByteArrayConverter : SimpleConverter
{
    public override byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value)
    {
        if (schema is not null && schema.Type != ConnectType.Bytes)
            throw new DataException($"Invalid schema type for ByteArrayConverter: {schema.Type.UpperCaseWord()}");
        return value.Kind switch
        {
            ConnectValueKind.Null => null,
            ConnectValueKind.Bytes => value.AsBytes(),
            _ => throw new DataException($"ByteArrayConverter is not compatible with objects of type {value.ClassName}"),
        };
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data) => new(ConnectSchema.OptionalBytes, data);
}
