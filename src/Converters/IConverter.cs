using Registry.Converters.Connect;

namespace Registry.Converters;

/// <summary>Converts keys or values of records (spec 6). Safe to call from any thread.</summary>
public interface IConverter
{
    /// <summary>The bytes of a value; null for none.</summary>
    /// <param name="schema">Null for a schemaless value.</param>
    /// <exception cref="DataException">The value is not one of the schema, or not one that this converter writes.</exception>
    byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value);

    /// <summary>The value of bytes; of null <see cref="SchemaAndValue.Null"/> or a null of the converter's schema.</summary>
    /// <exception cref="DataException">The bytes are not what this converter reads.</exception>
    SchemaAndValue ToConnect(string topic, byte[]? data);

    /// <param name="headers">Those of the record; the converter may add one that names the schema.</param>
    /// <inheritdoc cref="FromConnect(string, ConnectSchema, ConnectValue)"/>
    byte[]? FromConnect(string topic, IRecordHeaders headers, ConnectSchema? schema, ConnectValue value) => FromConnect(topic, schema, value);

    /// <param name="headers">Those of the record; one of them may name the schema.</param>
    /// <inheritdoc cref="ToConnect(string, byte[])"/>
    SchemaAndValue ToConnect(string topic, IRecordHeaders headers, byte[]? data) => ToConnect(topic, data);
}

/// <summary>Converts headers of records (spec 6). Safe to call from any thread.</summary>
public interface IHeaderConverter
{
    /// <inheritdoc cref="IConverter.FromConnect(string, ConnectSchema, ConnectValue)"/>
    byte[]? FromConnectHeader(string topic, string key, ConnectSchema? schema, ConnectValue value);

    /// <inheritdoc cref="IConverter.ToConnect(string, byte[])"/>
    SchemaAndValue ToConnectHeader(string topic, string key, byte[]? data);
}
