using System.Buffers;
using System.Text.Json;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.Converters.Simple;
using Registry.Schemas.Json;
using JsonDocument = System.Text.Json.JsonDocument;

namespace Registry.Converters.Json;

/// <summary>Apache Kafka's JsonConverter (spec 5): JSON without a registry, by default in an envelope that holds the schema.</summary>
public sealed class JsonConverter : SimpleConverter
{
    private const string Schema = "schema";
    private const string Payload = "payload";

    private static readonly JsonWriterOptions s_writing = new() { Encoder = JacksonEncoder.Instance, SkipValidation = true };
    private static readonly JsonReaderOptions s_reading = new() { MaxDepth = 1000 };

    private readonly JsonConverterOptions _options;
    private readonly JsonPayloadWriter _payloadWriter;
    private readonly JsonPayloadReader _payloadReader;
    private readonly JsonEnvelopeSchema _schemas;
    private readonly BoundedCache<ConnectSchema, byte[]> _written;
    private readonly BoundedCache<string, ConnectSchema> _read;
    private readonly ConnectSchema? _content;

    /// <exception cref="DataException">The schema of the options is none.</exception>
    public JsonConverter(JsonConverterOptions options)
    {
        _options = options;
        _payloadWriter = new JsonPayloadWriter(options);
        _payloadReader = new JsonPayloadReader(options);
        _schemas = new JsonEnvelopeSchema(_payloadWriter, _payloadReader);
        _written = new BoundedCache<ConnectSchema, byte[]>(options.SchemasCacheSize);
        _read = new BoundedCache<string, ConnectSchema>(options.SchemasCacheSize);
        _content = options is { SchemasEnable: true, SchemaContent: { } content } ? ReadContent(content) : null;
    }

    public override byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value)
    {
        if (schema is null && value.IsNull)
            return null;
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, s_writing);
        if (_options.SchemasEnable)
        {
            json.WriteStartObject();
            json.WritePropertyName(Schema);
            WriteSchema(json, schema);
            json.WritePropertyName(Payload);
            _payloadWriter.Write(json, schema, value);
            json.WriteEndObject();
        }
        else
        {
            _payloadWriter.Write(json, schema, value);
        }
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data)
    {
        if (data is null || (data.Length == 0 && !_options.SchemasEnable))
            return SchemaAndValue.Null;
        using var document = Parse(data);
        if (!_options.SchemasEnable)
            return new(null, _payloadReader.Read(null, document.RootElement));
        if (_content is not null)
            return new(_content, _payloadReader.Read(_content, document.RootElement));
        if (document.RootElement.ValueKind != JsonValueKind.Object || document.RootElement.GetPropertyCount() != 2
            || !document.RootElement.TryGetProperty(Schema, out var schemaJson) || !document.RootElement.TryGetProperty(Payload, out var payload))
        {
            throw new DataException("JsonConverter with schemas.enable requires \"schema\" and \"payload\" fields and may not contain additional fields. If you are trying to deserialize plain JSON data, set schemas.enable=false in your converter configuration.");
        }
        var schema = schemaJson.ValueKind == JsonValueKind.Null ? null : _read.GetOrMake(schemaJson.GetRawText(), ReadSchema);
        return new(schema, _payloadReader.Read(schema, payload));
    }

    private void WriteSchema(Utf8JsonWriter json, ConnectSchema? schema)
    {
        if (schema is null)
            json.WriteNullValue();
        else
            json.WriteRawValue(_written.GetOrMake(schema, TextOf), skipInputValidation: true);
    }

    private byte[] TextOf(ConnectSchema schema)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output, s_writing);
        _schemas.Write(json, schema);
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    private ConnectSchema ReadContent(string text)
    {
        try
        {
            return ReadSchema(text);
        }
        catch (JsonException e)
        {
            throw new DataException("Failed to parse schema in converter config due to serialization error: ", e);
        }
    }

    private ConnectSchema ReadSchema(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = s_reading.MaxDepth });
        return _schemas.Read(document.RootElement)!;
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> data)
    {
        try
        {
            return ParseFirst(LeadingZeros.Remove(data));
        }
        catch (JsonException e)
        {
            throw new DataException("Converting byte[] to Kafka Connect data failed due to serialization error: ", e);
        }
    }

    // What follows the first value is not looked at.
    private static JsonDocument ParseFirst(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, s_reading);
        return JsonDocument.ParseValue(ref reader);
    }
}
