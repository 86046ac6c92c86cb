using Registry.Avro.Model;

namespace Registry.Avro.Binary.Skipping;

/// <summary>Makes the skippers of a schema. As deep as the schema nests, which parsing bounds.</summary>
internal sealed class Skippers
{
    private readonly Dictionary<RecordSchema, SequenceSkipper> _records = [];

    public Skipper For(AvroSchema schema) => schema switch
    {
        RecordSchema record => ForRecord(record),
        ArraySchema array => new BlockSkipper(WireSize.CanBeZero(array.Items) ? null : For(array.Items), AvroKind.Array),
        MapSchema map => new BlockSkipper(ForEntry(map), AvroKind.Map),
        UnionSchema union => new UnionSkipper([.. union.Branches.Select(For)]),
        FixedSchema @fixed => new FixedSkipper(@fixed.Size, AvroKind.Fixed),
        _ => ForScalar(schema.Kind),
    };

    private SequenceSkipper ForRecord(RecordSchema schema)
    {
        if (_records.TryGetValue(schema, out var known))
            return known;
        var skipper = new SequenceSkipper();
        _records.Add(schema, skipper);
        skipper.Complete([.. schema.Fields.Select(field => (For(field.Schema), field.Name))]);
        return skipper;
    }

    private SequenceSkipper ForEntry(MapSchema map)
    {
        var entry = new SequenceSkipper();
        entry.Complete([(new BytesSkipper(AvroKind.String), "key"), (For(map.Values), "value")]);
        return entry;
    }

    private static Skipper ForScalar(AvroKind kind) => kind switch
    {
        AvroKind.Null => new FixedSkipper(0, kind),
        AvroKind.Boolean => new FixedSkipper(1, kind),
        AvroKind.Float => new FixedSkipper(sizeof(float), kind),
        AvroKind.Double => new FixedSkipper(sizeof(double), kind),
        AvroKind.Bytes or AvroKind.String => new BytesSkipper(kind),
        _ => new NumberSkipper(kind),
    };
}
