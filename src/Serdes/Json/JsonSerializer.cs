using System.Buffers;
using System.Text.Json;
using Registry.Client;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Serdes.Json;

/// <summary>Serializes as JSON with System.Text.Json; the schema follows from the type, or is given.</summary>
/// <param name="schema">The schema of the values; null for the one that NJsonSchema makes of the type.</param>
/// <param name="json">How values are written; null for the framework's own way.</param>
public sealed class JsonSerializer<T>(ISchemaClient client, RecordSchemaOptions? options = null, ParsedJsonSchema? schema = null, JsonSerializerOptions? json = null)
    : RegisteredSerializer<T>(client, new JsonSchemaFormat(), options)
{
    private readonly JsonSerializerOptions _json = json ?? JsonSerializerOptions.Default;
    private readonly Lazy<ParsedJsonSchema> _own = new(() => schema ?? JsonSchemas.Of(typeof(T), json ?? JsonSerializerOptions.Default));

    private protected override ParsedSchema SchemaOf(T value) => _own.Value;

    private protected override string? NameOf(ParsedSchema schema) => JsonSchemas.TitleOf(schema);

    private protected override void Write(T value, ParsedSchema target, IBufferWriter<byte> output)
    {
        try
        {
            using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = _json.Encoder, MaxDepth = _json.MaxDepth });
            JsonSerializer.Serialize(writer, value, _json);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidValueException($"System.Text.Json does not write it: {e.Message}", JsonSchemas.Pointer((e as JsonException)?.Path), e);
        }
    }
}

/// <summary>Deserializes JSON with System.Text.Json.</summary>
/// <param name="schema">What the reader expects: records whose schema it cannot read are refused. Null for whatever was written.</param>
/// <param name="json">How values are read; null for the framework's own way.</param>
public sealed class JsonDeserializer<T>(ISchemaClient client, RecordSchemaOptions? options = null, ParsedJsonSchema? schema = null, JsonSerializerOptions? json = null)
    : RegisteredDeserializer<T>(client, new JsonSchemaFormat(), options)
{
    private readonly JsonSerializerOptions _json = json ?? JsonSerializerOptions.Default;

    private protected override ParsedSchema? ReaderSchema => schema;

    private protected override string? NameOf(ParsedSchema schema) => JsonSchemas.TitleOf(schema);

    private protected override T Read(ReadOnlySpan<byte> body, ParsedSchema writer, ParsedSchema reader)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, _json)!;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidValueException($"System.Text.Json does not read it: {e.Message}", JsonSchemas.Pointer((e as JsonException)?.Path), e);
        }
    }
}
