using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>A converter that treats keys, values and headers alike and needs no registry.</summary>
public abstract class SimpleConverter : IConverter, IHeaderConverter
{
    /// <inheritdoc/>
    public abstract byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value);

    /// <inheritdoc/>
    public abstract SchemaAndValue ToConnect(string topic, byte[]? data);

    /// <inheritdoc/>
    public byte[]? FromConnectHeader(string topic, string key, ConnectSchema? schema, ConnectValue value) => FromConnect(topic, schema, value);

    /// <inheritdoc/>
    public SchemaAndValue ToConnectHeader(string topic, string key, byte[]? data) => ToConnect(topic, data);
}
