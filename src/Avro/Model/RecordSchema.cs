using System.Diagnostics.CodeAnalysis;

namespace Registry.Avro.Model;

public sealed class RecordSchema : NamedSchema, IHoldsSchemas
{
    // Below this, comparing names one by one is faster than hashing.
    private const int IndexedFrom = 9;

    private RecordField[]? _fields;
    private Dictionary<string, RecordField>? _index;

    internal RecordSchema(NamedAttributes attributes, bool isError)
        : base(AvroKind.Record, attributes) => IsError = isError;

    /// <summary>Whether the text says <c>error</c>: the same as a record in all but the printed word.</summary>
    public bool IsError { get; }

    /// <summary>The fields in the order in which data holds them.</summary>
    public IReadOnlyList<RecordField> Fields => _fields ?? throw new InvalidOperationException("The record is still being defined.");

    /// <summary>False while the fields are being parsed, when only the name can be used.</summary>
    internal bool IsComplete => _fields is not null;

    public bool TryGetField(string name, [NotNullWhen(true)] out RecordField? field)
    {
        if (_index is not null)
            return _index.TryGetValue(name, out field);
        foreach (var candidate in Fields)
        {
            if (candidate.Name == name)
            {
                field = candidate;
                return true;
            }
        }
        field = null;
        return false;
    }

    internal void Complete(RecordField[] fields)
    {
        if (fields.Length >= IndexedFrom)
        {
            _index = new Dictionary<string, RecordField>(fields.Length, StringComparer.Ordinal);
            foreach (var field in fields)
                _index.TryAdd(field.Name, field);
        }
        _fields = fields;
    }

    void IHoldsSchemas.Replace(Func<AvroSchema, AvroSchema> replacement)
    {
        foreach (var field in Fields)
            field.Schema = replacement(field.Schema);
    }
}
