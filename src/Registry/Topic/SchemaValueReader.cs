using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Topic;

/// <summary>
/// Reads the value of a schema's record (spec 6.1), the only kind of which there are many: token by token, since to make a document of it
/// costs more than the rest of reading it. Of a member that is there twice the last counts.
/// </summary>
internal ref struct SchemaValueReader
{
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _text;
    private int? _id;
    private SchemaType? _type;
    private ImmutableArray<SchemaReference> _references;
    private Metadata? _metadata;
    private RuleSet? _ruleSet;
    private bool _isDeleted;

    /// <exception cref="JsonException">It is not JSON, or nested deeper than <paramref name="maxDepth"/>.</exception>
    /// <exception cref="JsonShapeException">It is not the value of a schema's record.</exception>
    public static SchemaValue Read(ReadOnlySpan<byte> json, int maxDepth)
    {
        var reader = new SchemaValueReader { _json = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth }), _references = [] };
        reader.ReadMembers(json);
        return reader.Finish();
    }

    private void ReadMembers(ReadOnlySpan<byte> json)
    {
        _json.Read();
        if (_json.TokenType != JsonTokenType.StartObject)
            throw new JsonShapeException("the value of a schema is not an object");
        while (_json.Read() && _json.TokenType == JsonTokenType.PropertyName)
            ReadMember(json);
        // What follows is refused.
        _json.Read();
    }

    private void ReadMember(ReadOnlySpan<byte> json)
    {
        if (_json.ValueTextEquals("schema"u8))
            _text = IsNull() ? default : ReadText(json);
        else if (_json.ValueTextEquals("id"u8))
            _id = IsNull() ? null : _json.GetInt32();
        else if (_json.ValueTextEquals("schemaType"u8))
            _type = IsNull() ? null : SchemaType.Of(_json.GetString()!);
        else if (_json.ValueTextEquals("deleted"u8))
            _isDeleted = !IsNull() && _json.GetBoolean();
        else if (_json.ValueTextEquals("references"u8))
            _references = IsNull() ? [] : ReadElement(element => ReferenceJson.ReadStored(element));
        else if (_json.ValueTextEquals("metadata"u8))
            _metadata = IsNull() ? null : ReadElement(MetadataJson.Read);
        else if (_json.ValueTextEquals("ruleSet"u8))
            _ruleSet = IsNull() ? null : ReadElement(RuleSetJson.Read);
        else
            _json.Skip();
    }

    private bool IsNull()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.Null;
    }

    private readonly ReadOnlySpan<byte> ReadText(ReadOnlySpan<byte> json)
    {
        if (_json.TokenType != JsonTokenType.String)
            throw new JsonShapeException("schema is not a string");
        return json[(int)_json.TokenStartIndex..(int)_json.BytesConsumed];
    }

    private T ReadElement<T>(Func<JsonElement, T> read)
    {
        using var document = JsonDocument.ParseValue(ref _json);
        return read(document.RootElement);
    }

    private readonly SchemaValue Finish()
    {
        if (_text.IsEmpty)
            throw new JsonShapeException("'schema' is missing");
        if (_id is not { } id)
            throw new JsonShapeException("'id' is missing");
        if (id < 0)
            throw new JsonShapeException($"{id} is not an id");
        return new(new(id), StoredSchema.FromJson(_type ?? SchemaType.Avro, _text, _references, _metadata, _ruleSet), _isDeleted);
    }
}
