using Registry.Avro.Model;

namespace Registry.Avro.Tagging;

/// <summary>Finds what a path leads to. A record inside another one goes by its own name, and of several the shallowest counts.</summary>
internal sealed class PartSearch(EntityPath path, ReferencedTypes referenced)
{
    private readonly HashSet<RecordSchema> _seen = [];
    private readonly Queue<AvroSchema> _open = new();

    /// <returns>A <see cref="RecordSchema"/> or a <see cref="RecordField"/>; null where there is none in this text.</returns>
    public object? Run(AvroSchema root)
    {
        _open.Enqueue(root);
        while (_open.TryDequeue(out var schema))
        {
            if (schema is RecordSchema named && path.Names(named) && IsDefinedHere(named))
                return path.Field is null ? named : named.TryGetField(path.Field, out var field) ? field : null;
            Open(schema);
        }
        return null;
    }

    private void Open(AvroSchema schema)
    {
        switch (schema)
        {
            case ArraySchema array:
                _open.Enqueue(array.Items);
                break;
            case MapSchema map:
                _open.Enqueue(map.Values);
                break;
            case UnionSchema union:
                foreach (var branch in union.Branches)
                    _open.Enqueue(branch);
                break;
            case RecordSchema record when IsDefinedHere(record) && _seen.Add(record):
                foreach (var field in record.Fields)
                    _open.Enqueue(field.Schema);
                break;
        }
    }

    // What a reference defines is written down elsewhere, and is tagged there.
    private bool IsDefinedHere(RecordSchema record) => !referenced.Contains(record);
}
