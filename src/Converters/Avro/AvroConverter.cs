using System.Buffers;
using Registry.Avro;
using Registry.Avro.Model;
using Registry.Client;
using Registry.Converters.Connect;
using Registry.Converters.Registered;
using Registry.Schemas;

namespace Registry.Converters.Avro;

/// <summary>Confluent's AvroConverter (spec 3): Avro bodies, their schemas in a registry.</summary>
public sealed class AvroConverter : RegisteredConverter
{
    private readonly AvroData _data;

    /// <param name="owned">What ends with the converter; null when the client is shared.</param>
    public AvroConverter(ISchemaClient client, AvroDataOptions data, RecordSchemaOptions options, RecordPart part, IDisposable? owned = null)
        : base(client, new AvroFormat(), options, part, owned) => _data = new AvroData(data);

    private protected override string FormatWord => "Avro";

    private protected override ParsedSchema SchemaOf(ConnectSchema? schema) => _data.ToAvro(schema);

    private protected override string? RecordNameOf(ParsedSchema schema) => ((ParsedAvroSchema)schema).Root is NamedSchema named ? named.Name.Full : null;

    private protected override void Write(ConnectSchema? schema, ParsedSchema target, in ConnectValue value, IBufferWriter<byte> output) =>
        _data.Write(schema, ((ParsedAvroSchema)target).Root, value, output);

    private protected override SchemaAndValue Read(ParsedSchema writer, ParsedSchema reader, ReadOnlySpan<byte> body, int? version) =>
        _data.Read(((ParsedAvroSchema)writer).Root, ((ParsedAvroSchema)reader).Root, body, version);
}
