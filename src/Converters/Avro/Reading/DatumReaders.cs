using Registry.Avro.Model;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Reading;

/// <summary>Compiles how values of a schema of Avro become those of the schema of Connect that <see cref="AvroToConnect"/> made of it (spec 3.5).</summary>
internal sealed class DatumReaders
{
    private readonly Dictionary<(RecordSchema, ConnectSchema), RecordReader> _records = [];

    private DatumReaders()
    {
    }

    /// <param name="target">Null for values without a schema.</param>
    public static DatumReader Compile(AvroSchema schema, ConnectSchema? target) => target is null ? new AnythingReader() : new DatumReaders().For(schema, target);

    private DatumReader For(AvroSchema schema, ConnectSchema target) => schema switch
    {
        UnionSchema union => ForUnion(union, target),
        RecordSchema record => ForRecord(record, target),
        ArraySchema { Items: RecordSchema entry } when target.Type == ConnectType.Map => ForEntries(entry, target),
        ArraySchema array => new ArrayReader(For(array.Items, target.ValueSchema!)),
        MapSchema map => new MapReader(For(map.Values, target.ValueSchema!)),
        _ when target.Name is { } name && Connect.LogicalType.Kind(name) is not null => new LogicalReader(target),
        _ => ForScalar(schema.Kind, target.Type),
    };

    private static DatumReader ForScalar(AvroKind kind, ConnectType type) => kind switch
    {
        AvroKind.String => new TextReader(),
        AvroKind.Int when type is not (ConnectType.Int8 or ConnectType.Int16) => new IntReader(),
        AvroKind.Long => new LongReader(),
        AvroKind.Double => new DoubleReader(),
        _ => new ScalarReader(kind, type),
    };

    private DatumReader ForUnion(UnionSchema union, ConnectSchema target)
    {
        if (union.Branches.Count == 1 && !target.IsUnion())
            return For(union.Branches[0], target);
        if (union.Branches.Count == 2 && union.Branches.FirstOrDefault(branch => branch.Kind == AvroKind.Null) is { } @null && !target.IsUnion())
            return new OptionalReader(For(union.Branches.First(branch => branch != @null), target));
        var branches = new (DatumReader?, int)[union.Branches.Count];
        var field = 0;
        for (var at = 0; at < branches.Length; at++)
        {
            if (union.Branches[at].Kind != AvroKind.Null)
                branches[at] = (For(union.Branches[at], target.Fields[field].Schema), field++);
        }
        return new UnionReader(target, branches);
    }

    private RecordReader ForRecord(RecordSchema record, ConnectSchema target)
    {
        var itself = target.Target;
        if (_records.TryGetValue((record, itself), out var known))
            return known;
        var reader = _records[(record, itself)] = new RecordReader();
        reader.Complete(itself, [.. record.Fields.Select(field => For(field.Schema, itself.Fields[field.Position].Schema))]);
        return reader;
    }

    private EntriesReader ForEntries(RecordSchema entry, ConnectSchema map)
    {
        entry.TryGetField(AvroWords.Key, out var key);
        entry.TryGetField(AvroWords.Value, out var value);
        return new EntriesReader(For(key!.Schema, map.KeySchema!), key.Position, For(value!.Schema, map.ValueSchema!), value.Position);
    }
}
