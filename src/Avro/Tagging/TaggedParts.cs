using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Tagging;

/// <summary>Lists the parts of a schema that carry tags, those of references included, in the order of the text. Recursion is bounded by <see cref="Parsing.NestingRule"/>.</summary>
internal sealed class TaggedParts
{
    private readonly List<SchemaTags> _found = [];
    private readonly HashSet<RecordSchema> _seen = [];

    public static IReadOnlyList<SchemaTags> Of(AvroSchema schema)
    {
        var parts = new TaggedParts();
        parts.Visit(schema);
        return parts._found;
    }

    private void Visit(AvroSchema schema)
    {
        switch (schema)
        {
            case ArraySchema array:
                Visit(array.Items);
                break;
            case MapSchema map:
                Visit(map.Values);
                break;
            case UnionSchema union:
                foreach (var branch in union.Branches)
                    Visit(branch);
                break;
            case RecordSchema record when _seen.Add(record):
                Add(new(record.Name.Full, SchemaPart.Record), InlineTags.Of(record.Properties));
                foreach (var field in record.Fields)
                {
                    Add(new($"{record.Name.Full}.{field.Name}", SchemaPart.Field), InlineTags.Of(field.Properties));
                    Visit(field.Schema);
                }
                break;
        }
    }

    private void Add(SchemaEntity entity, IReadOnlyList<string> tags)
    {
        if (tags.Count > 0)
            _found.Add(new(entity, tags));
    }
}
