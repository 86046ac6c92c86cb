using Registry.Avro;
using Registry.Avro.Model;

namespace Registry.Converters.Avro;

/// <summary>The record that stands for a value without a schema: one field for each kind, all but one of them null (spec 3.5).</summary>
internal static class AnythingSchema
{
    public const string Boolean = "boolean";
    public const string Bytes = "bytes";
    public const string Double = "double";
    public const string Float = "float";
    public const string Int = "int";
    public const string Long = "long";
    public const string String = "string";
    public const string Array = "array";
    public const string Map = "map";

    private const string Text = """
        {"type":"record","name":"Anything","namespace":"io.confluent.connect.avro","fields":[
        {"name":"boolean","type":["null","boolean"],"default":null},
        {"name":"bytes","type":["null","bytes"],"default":null},
        {"name":"double","type":["null","double"],"default":null},
        {"name":"float","type":["null","float"],"default":null},
        {"name":"int","type":["null","int"],"default":null},
        {"name":"long","type":["null","long"],"default":null},
        {"name":"string","type":["null","string"],"default":null},
        {"name":"array","type":["null",{"type":"array","items":"Anything"}],"default":null},
        {"name":"map","type":["null",{"type":"array","items":{"type":"record","name":"MapEntry","fields":[
        {"name":"key","type":"Anything"},{"name":"value","type":"Anything"}]}}],"default":null}]}
        """;

    public static ParsedAvroSchema Parsed { get; } = AvroFormat.Parse(Text).TryGet(out var parsed, out var error) ? parsed : throw new InvalidOperationException(error.Message);

    public static bool Is(AvroSchema schema) => schema is RecordSchema record && (record == Parsed.Root || (record.Name.Full == Parsed.Root.BranchName && HasSameFields(record)));

    // By shape: what was registered has passed through the registry as text.
    private static bool HasSameFields(RecordSchema record) => record.Fields.Select(field => field.Name).SequenceEqual(((RecordSchema)Parsed.Root).Fields.Select(field => field.Name), StringComparer.Ordinal);
}
