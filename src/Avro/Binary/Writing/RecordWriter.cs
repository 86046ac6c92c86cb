using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

/// <summary>Writes records field by field. Recursive schemas make it part of itself, so the fields' writers come later.</summary>
internal sealed class RecordWriter(RecordSchema schema) : ValueWriter
{
    private ValueWriter[] _fields = [];

    public void Complete(ValueWriter[] fields) => _fields = fields;

    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        if (value.Kind != AvroKind.Record)
            return Refuse(ref writer, AvroKind.Record, value);
        var record = value.AsRecord();
        if (!ReferenceEquals(record.Schema, schema) && !HasSameFields(record.Schema))
            return writer.Fail($"The schema says record {schema.Name}, the value is a record {record.Schema.Name} with other fields");
        if (!writer.TryEnter())
            return false;
        var values = record.Values;
        var fields = _fields;
        for (var at = 0; at < fields.Length && at < values.Length; at++)
        {
            if (!fields[at].TryWrite(ref writer, values[at]))
                return writer.FailIn(schema.Fields[at].Name);
        }
        writer.Leave();
        return true;
    }

    // One text parsed twice gives two schemas. What the fields hold is seen when they are written.
    private bool HasSameFields(RecordSchema other)
    {
        if (other.Fields.Count != schema.Fields.Count)
            return false;
        for (var at = 0; at < schema.Fields.Count; at++)
        {
            if (other.Fields[at].Name != schema.Fields[at].Name)
                return false;
        }
        return true;
    }
}
