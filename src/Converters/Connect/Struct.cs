using System.Text;

namespace Registry.Converters.Connect;

/// <summary>A record of Connect (spec 1.5): one slot for each field of its schema. Mutable until it is handed on.</summary>
public sealed class Struct : IEquatable<Struct>
{
    private readonly ConnectValue[] _slots;

    /// <exception cref="DataException">Not the schema of a struct.</exception>
    public Struct(ConnectSchema schema)
        : this(schema, new ConnectValue[schema.Type == ConnectType.Struct ? schema.Fields.Count : throw new DataException($"Not a struct schema: {schema}")])
    {
    }

    /// <summary>Takes the slots, which must be valid, as its own.</summary>
    internal Struct(ConnectSchema schema, ConnectValue[] slots) => (Schema, _slots) = (schema.Target, slots);

    public ConnectSchema Schema { get; }

    /// <summary>The slots as they are, defaults not filled in.</summary>
    public ReadOnlySpan<ConnectValue> Slots => _slots;

    /// <exception cref="DataException">No such field, or the value is not one of it.</exception>
    public Struct Put(string field, ConnectValue value) => Put(Field(field), value);

    /// <inheritdoc cref="Put(string, ConnectValue)"/>
    public Struct Put(ConnectField field, ConnectValue value)
    {
        ValueValidation.Validate(field.Schema, value, new ValueLocation(field.Name));
        _slots[field.Index] = value;
        return this;
    }

    /// <summary>The value of a field, or its default.</summary>
    /// <exception cref="DataException">No such field.</exception>
    public ConnectValue Get(string field) => Get(Field(field));

    /// <inheritdoc cref="Get(string)"/>
    public ConnectValue Get(ConnectField field) => _slots[field.Index] is { IsNull: false } value ? value : field.Schema.DefaultValue;

    /// <summary>The value that was put, or null.</summary>
    /// <exception cref="DataException">No such field.</exception>
    public ConnectValue GetWithoutDefault(string field) => _slots[Field(field).Index];

    /// <exception cref="DataException">A slot does not hold a value of its field.</exception>
    public void Validate()
    {
        var fields = Schema.Fields;
        for (var at = 0; at < _slots.Length; at++)
        {
            var schema = fields[at].Schema;
            if (_slots[at].IsNull && (schema.IsOptional || !schema.DefaultValue.IsNull))
                continue;
            ValueValidation.Validate(schema, _slots[at], new ValueLocation(fields[at].Name));
        }
    }

    public bool Equals(Struct? other) => other is not null && (ReferenceEquals(this, other) || (Schema.Equals(other.Schema) && HasSameValues(other)));

    public override bool Equals(object? obj) => Equals(obj as Struct);

    public override int GetHashCode() => HashCode.Combine(Schema, _slots.Length > 0 ? _slots[0] : default);

    public override string ToString()
    {
        var text = new StringBuilder("Struct{");
        foreach (var field in Schema.Fields)
        {
            if (_slots[field.Index].IsNull)
                continue;
            text.Append(text[^1] == '{' ? "" : ",").Append(field.Name).Append('=').Append(_slots[field.Index].ToString());
        }
        return text.Append('}').ToString();
    }

    internal bool HasSameValues(Struct other) => _slots.AsSpan().SequenceEqual(other._slots);

    /// <summary>The same values under a schema with the same fields.</summary>
    internal Struct Over(ConnectSchema schema) => new(schema, _slots);

    private ConnectField Field(string name) => Schema.TryGetField(name, out var field) ? field : throw new DataException($"{name} is not a valid field name");
}
