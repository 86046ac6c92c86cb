using System.Buffers;
using System.Text.Json;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.JsonSchema;

namespace Registry.Converters.JsonSchema;

/// <summary>Schemas and values of Connect as JSON schemas and JSON, and back (spec 4). What was converted once is kept. Safe to call from any thread.</summary>
public sealed class JsonSchemaData
{
    private readonly JsonSchemaDataOptions _options;
    private readonly JsonDataWriter _writer;
    private readonly JsonDataReader _reader;
    private readonly BoundedCache<ConnectSchema, ParsedJsonSchema> _toJson;
    private readonly BoundedCache<(ParsedJsonSchema Schema, int? Version), ConnectSchema> _toConnect;

    public JsonSchemaData(JsonSchemaDataOptions options)
    {
        _options = options;
        _writer = new(options);
        _reader = new(options);
        _toJson = new(options.SchemasCacheSize);
        _toConnect = new(options.SchemasCacheSize);
    }

    /// <summary>The JSON schema for a schema of Connect.</summary>
    /// <param name="schema">Null for values without one.</param>
    /// <exception cref="DataException">There is no such JSON schema.</exception>
    public ParsedJsonSchema ToJsonSchema(ConnectSchema? schema) =>
        schema is null ? ConnectToJsonSchema.Convert(null, _options) : _toJson.GetOrMake(schema, missing => ConnectToJsonSchema.Convert(missing, _options));

    /// <summary>The schema of Connect for a JSON schema.</summary>
    /// <param name="version">That the registry gives it, if known.</param>
    /// <exception cref="DataException">Connect has no such schema.</exception>
    public ConnectSchema ToConnect(ParsedJsonSchema schema, int? version) =>
        _toConnect.GetOrMake((schema, version), pair => JsonSchemaToConnect.Convert(pair.Schema.Root, pair.Version, _options));

    /// <summary>Writes a value as JSON; false where there is nothing to write, which is a null payload.</summary>
    /// <exception cref="DataException">The value is none of the schema.</exception>
    public bool TryWrite(ConnectSchema? schema, in ConnectValue value, IBufferWriter<byte> output) => _writer.TryWrite(schema, value, output);

    /// <summary>Reads JSON as a value of a schema of Connect; what follows it is not looked at.</summary>
    /// <exception cref="DataException">The bytes are no JSON, or the JSON is no value of the schema.</exception>
    public ConnectValue Read(ConnectSchema? schema, ReadOnlySpan<byte> json)
    {
        try
        {
            return _reader.Read(schema, json);
        }
        catch (JsonException e)
        {
            throw new DataException($"The body is no JSON: {e.Message}", e);
        }
    }
}
