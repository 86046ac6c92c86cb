using Registry.Schemas;

namespace Registry.Avro.Tests;

/// <summary>Short ways to parsed schemas and to errors.</summary>
internal static class Schema
{
    public static ParsedAvroSchema Of(string text, Strictness strictness = Strictness.New)
    {
        if (!AvroFormat.Parse(text, strictness).TryGet(out var schema, out var error))
            Assert.Fail($"{text}: {error}");
        return schema;
    }

    public static ParsedAvroSchema With(string text, params (string Name, string Text)[] references)
    {
        var resolved = references.Select(reference => new ResolvedReference(new SchemaReference(reference.Name, reference.Name, 1), reference.Text)).ToList();
        if (!new AvroFormat().Parse(text, resolved, Strictness.New).TryGet(out var schema, out var error))
            Assert.Fail($"{text}: {error}");
        return (ParsedAvroSchema)schema;
    }

    public static SchemaError Refused(string text, Strictness strictness = Strictness.New)
    {
        Assert.False(AvroFormat.Parse(text, strictness).TryGet(out _, out var error), text);
        return error;
    }

    /// <summary>A record R with the given fields.</summary>
    public static string Record(params string[] fields) => $"{{\"type\":\"record\",\"name\":\"R\",\"fields\":[{string.Join(',', fields)}]}}";

    public static string Field(string name, string type, string? @default = null) =>
        $"{{\"name\":\"{name}\",\"type\":{type}{(@default is null ? "" : $",\"default\":{@default}")}}}";
}
