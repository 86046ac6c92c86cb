using System.Buffers;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.Converters.Registered;
using Registry.JsonSchema;
using Registry.Schemas;

namespace Registry.Converters.JsonSchema;

/// <summary>Confluent's JsonSchemaConverter (spec 4): JSON bodies, their schemas in a registry.</summary>
public sealed class JsonSchemaConverter : RegisteredConverter
{
    private readonly JsonSchemaData _data;
    private readonly bool _ignoresDefaults;

    /// <param name="owned">What ends with the converter; null when the client is shared.</param>
    public JsonSchemaConverter(ISchemaClient client, JsonSchemaDataOptions data, RecordSchemaOptions options, RecordPart part, IDisposable? owned = null)
        : base(client, data.IgnoreModernDialects ? new ClassicDialectFormat() : new JsonSchemaFormat(), options, part, owned) => (_data, _ignoresDefaults) = (new JsonSchemaData(data), data.IgnoreDefaultForNullables);

    private protected override string FormatWord => "JSON Schema";

    // A null of an optional schema is the JSON null, which a reader gets back with its schema.
    private protected override bool IsTombstone(ConnectSchema? schema) => schema is null || (!schema.IsOptional && (schema.DefaultValue.IsNull || _ignoresDefaults));

    private protected override ParsedSchema SchemaOf(ConnectSchema? schema) => _data.ToJsonSchema(schema);

    private protected override string? RecordNameOf(ParsedSchema schema) => ((ParsedJsonSchema)schema).Root.Annotations.Title;

    private protected override void Write(ConnectSchema? schema, ParsedSchema target, in ConnectValue value, IBufferWriter<byte> output)
    {
        if (!_data.TryWrite(schema, value, output))
            throw new DataException("Found null value for non-optional schema");
    }

    private protected override SchemaAndValue Read(ParsedSchema writer, ParsedSchema reader, ReadOnlySpan<byte> body, int? version)
    {
        var schema = _data.ToConnect((ParsedJsonSchema)reader, version);
        return new(schema, _data.Read(schema, body));
    }
}
