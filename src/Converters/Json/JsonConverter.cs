using System.Buffers;
using System.Text;
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
        var output = RecordBuffer.Rent();
        return RecordBuffer.Return(output, FromConnect(topic, schema, value, output));
    }

    /// <summary>The same into a buffer of the caller's; false for a null payload, of which nothing is written. Where it throws, a part may have been written.</summary>
    /// <inheritdoc cref="FromConnect(string, ConnectSchema?, ConnectValue)"/>
    public bool FromConnect(string topic, ConnectSchema? schema, in ConnectValue value, IBufferWriter<byte> output)
    {
        if (schema is null && value.IsNull)
            return false;
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
        return true;
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data)
    {
        if (data is null || (data.Length == 0 && !_options.SchemasEnable))
            return SchemaAndValue.Null;
        try
        {
            return Read(data);
        }
        catch (JsonException)
        {
            // Perhaps for the zeros before its numbers.
        }
        try
        {
            return Read(LeadingZeros.Remove(data));
        }
        catch (JsonException e)
        {
            throw new DataException("Converting byte[] to Kafka Connect data failed due to serialization error: ", e);
        }
    }

    /// <exception cref="JsonException">It is no JSON. What follows the first value is not looked at.</exception>
    private SchemaAndValue Read(ReadOnlySpan<byte> data)
    {
        ConnectValue value;
        if (!_options.SchemasEnable || _content is not null)
        {
            _payloadReader.Read(_content, data, out value);
            return new(_content, value);
        }
        if (_last is { } last && data.StartsWith(last.Head) && IsWhole(data[last.Head.Length..], _payloadReader.Read(last.Schema, data[last.Head.Length..], out value)))
            return new(last.Schema, value);
        var (schemaAt, payloadAt) = PartsOf(data);
        var schema = data[schemaAt].SequenceEqual("null"u8) ? null : _read.GetOrMake(Encoding.UTF8.GetString(data[schemaAt]), ReadSchema);
        if (schema is not null && schemaAt.Start.Value < payloadAt.Start.Value)
            _last = new(data[..payloadAt.Start].ToArray(), schema);
        _payloadReader.Read(schema, data[payloadAt], out value);
        return new(schema, value);
    }

    // Whether nothing but the end of the envelope follows a payload.
    private static bool IsWhole(ReadOnlySpan<byte> rest, int payload) => rest[payload..].TrimStart(" \t\r\n"u8).StartsWith((byte)'}');

    /// <summary>Where the values of the two properties of an envelope stand.</summary>
    private static (Range Schema, Range Payload) PartsOf(ReadOnlySpan<byte> data)
    {
        var json = new Utf8JsonReader(data, JsonScalars.Reading);
        json.Read();
        var (schema, payload) = (0..0, 0..0);
        var count = 0;
        for (var isObject = json.TokenType == JsonTokenType.StartObject; isObject && json.Read() && json.TokenType == JsonTokenType.PropertyName; count++)
        {
            var (isSchema, isPayload) = (json.ValueTextEquals(Schema), json.ValueTextEquals(Payload));
            json.Read();
            var start = (int)json.TokenStartIndex;
            json.Skip();
            var part = start..(int)json.BytesConsumed;
            (schema, payload) = (isSchema ? part : schema, isPayload ? part : payload);
        }
        return count == 2 && schema.End.Value > 0 && payload.End.Value > 0
            ? (schema, payload)
            : throw new DataException("JsonConverter with schemas.enable requires \"schema\" and \"payload\" fields and may not contain additional fields. If you are trying to deserialize plain JSON data, set schemas.enable=false in your converter configuration.");
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
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = JsonScalars.Reading.MaxDepth });
        return _schemas.Read(document.RootElement)!;
    }

    /// <param name="Head">The envelope's bytes up to the payload.</param>
    private sealed record Envelope(byte[] Head, ConnectSchema Schema);
}
