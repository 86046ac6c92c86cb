using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Tests.Binary;

internal static class SchemaOf
{
    public static AvroSchema Text(string text) => Parsed(text).Root;

    public static ParsedAvroSchema Parsed(string text)
    {
        if (!AvroFormat.Parse(text, Strictness.Stored).TryGet(out var schema, out var error))
            Assert.Fail($"{error} in {text}");
        return schema;
    }

    public static RecordSchema Record(string fields, string name = "R") =>
        (RecordSchema)Text($$"""{"type":"record","name":"{{name}}","fields":[{{fields}}]}""");
}
