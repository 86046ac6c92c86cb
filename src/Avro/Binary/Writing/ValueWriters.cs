using Registry.Avro.Model;

namespace Registry.Avro.Binary.Writing;

/// <summary>Makes the writers of a schema. As deep as the schema nests, which parsing bounds.</summary>
internal sealed class ValueWriters
{
    private readonly Dictionary<RecordSchema, RecordWriter> _records = [];

    public ValueWriter For(AvroSchema schema) => schema switch
    {
        RecordSchema record => ForRecord(record),
        EnumSchema @enum => new EnumWriter(@enum),
        FixedSchema @fixed => new FixedWriter(@fixed),
        ArraySchema array => new ArrayWriter(For(array.Items)),
        MapSchema map => new MapWriter(For(map.Values)),
        UnionSchema union => new UnionWriter(union, [.. union.Branches.Select(For)]),
        _ => ForPrimitive(schema.Kind),
    };

    private RecordWriter ForRecord(RecordSchema schema)
    {
        if (_records.TryGetValue(schema, out var known))
            return known;
        var writer = new RecordWriter(schema);
        _records.Add(schema, writer);
        writer.Complete([.. schema.Fields.Select(field => For(field.Schema))]);
        return writer;
    }

    private static ValueWriter ForPrimitive(AvroKind kind) => kind switch
    {
        AvroKind.Null => new NullWriter(),
        AvroKind.Boolean => new BooleanWriter(),
        AvroKind.Int or AvroKind.Long => new IntegerWriter(kind),
        AvroKind.Float => new FloatWriter(),
        AvroKind.Double => new DoubleWriter(),
        AvroKind.Bytes => new BytesWriter(),
        AvroKind.String => new StringWriter(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a primitive kind."),
    };
}
