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

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    private readonly JsonConverterOptions _options;
    private readonly JsonPayloadWriter _payloadWriter;
    private readonly JsonPayloadReader _payloadReader;
    private readonly JsonEnvelopeSchema _schemas;
    private readonly BoundedCache<ConnectSchema, byte[]> _written;
    private readonly BoundedCache<string, ConnectSchema> _read;
    private readonly ConnectSchema? _content;

    // Most topics have one schema, and then all but the payload is the same from record to record.
    private volatile Envelope? _last;

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
        var output = RecordBuffer.Rent();
        var json = t_json ??= new Utf8JsonWriter(output, s_writing);
        json.Reset(output);
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
        return RecordBuffer.Return(output);
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data)
    {
        if (data is null || (data.Length == 0 && !_options.SchemasEnable))
            return SchemaAndValue.Null;
        if (_last is { } last && data.AsSpan().StartsWith(last.Head) && TryReadPayload(data.AsSpan(last.Head.Length), last.Schema, out var known))
            return new(last.Schema, known);
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
        if (schema is not null && HeadOf(data) is { } head)
            _last = new(head, schema);
        return new(schema, _payloadReader.Read(schema, payload));
    }

    /// <summary>Reads the payload of an envelope whose other part is known; false where anything else follows than its end.</summary>
    private bool TryReadPayload(ReadOnlySpan<byte> rest, ConnectSchema schema, out ConnectValue value)
    {
        value = default;
        using var payload = ParseOrNull(rest, out var consumed);
        if (payload is null || !rest[consumed..].TrimStart(" \t\r\n"u8).StartsWith((byte)'}'))
            return false;
        value = _payloadReader.Read(schema, payload.RootElement);
        return true;
    }

    /// <summary>All that stands before the payload; null where the envelope is written in another order.</summary>
    private static byte[]? HeadOf(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data, s_reading);
        try
        {
            var isOfOrder = reader.Read() && reader.Read() && reader.ValueTextEquals(Schema) && reader.Read() && reader.TrySkip()
                && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Payload) && reader.Read();
            return isOfOrder ? data[..(int)reader.TokenStartIndex].ToArray() : null;
        }
        catch (JsonException)
        {
            // Of what only the reference reads, numbers with leading zeros.
            return null;
        }
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
        if (ParseOrNull(data, out _) is { } document)
            return document;
        try
        {
            return ParseFirst(LeadingZeros.Remove(data), out _);
        }
        catch (JsonException e)
        {
            throw new DataException("Converting byte[] to Kafka Connect data failed due to serialization error: ", e);
        }
    }

    private static JsonDocument? ParseOrNull(ReadOnlySpan<byte> data, out int consumed)
    {
        try
        {
            return ParseFirst(data, out consumed);
        }
        catch (JsonException)
        {
            consumed = 0;
            return null;
        }
    }

    // What follows the first value is not looked at.
    private static JsonDocument ParseFirst(ReadOnlySpan<byte> data, out int consumed)
    {
        var reader = new Utf8JsonReader(data, s_reading);
        var document = JsonDocument.ParseValue(ref reader);
        consumed = (int)reader.BytesConsumed;
        return document;
    }

    /// <param name="Head">The envelope's bytes up to the payload.</param>
    private sealed record Envelope(byte[] Head, ConnectSchema Schema);
}
