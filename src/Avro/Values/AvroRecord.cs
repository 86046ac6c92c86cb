using Registry.Avro.Model;

namespace Registry.Avro.Values;

/// <summary>A record: one value for each field of its schema.</summary>
public sealed class AvroRecord
{
    private readonly AvroValue[] _values;

    /// <param name="values">In the order of the schema's fields; becomes part of the record and must not change any more.</param>
    /// <exception cref="ArgumentException">There is not one value for each field.</exception>
    public AvroRecord(RecordSchema schema, params AvroValue[] values)
    {
        if (values.Length != schema.Fields.Count)
            throw new ArgumentException($"{schema.Name} has {schema.Fields.Count} fields, given are {values.Length} values.", nameof(values));
        (Schema, _values) = (schema, values);
    }

    public RecordSchema Schema { get; }

    /// <summary>The values in the order of the schema's fields.</summary>
    public ReadOnlySpan<AvroValue> Values => _values;

    public ref readonly AvroValue this[int position] => ref _values[position];

    /// <exception cref="KeyNotFoundException">The schema has no such field.</exception>
    public AvroValue this[string field] => Schema.TryGetField(field, out var found)
        ? _values[found.Position]
        : throw new KeyNotFoundException($"{Schema.Name} has no field {field}.");
}
