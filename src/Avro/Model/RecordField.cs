using Registry.Avro.Values;
using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>How sorting treats a field.</summary>
public enum FieldOrder
{
    Ascending,
    Descending,
    Ignore,
}

/// <summary>A field of a record.</summary>
public sealed class RecordField
{
    internal RecordField(string name, int position, AvroSchema schema) => (Name, Position, Schema) = (name, position, schema);

    public string Name { get; }

    /// <summary>The place among the record's fields, from 0.</summary>
    public int Position { get; }

    public AvroSchema Schema { get; internal set; }

    public string? Doc { get; internal init; }

    /// <summary>What a reader takes when the writer has no such field; null when there is no default. A default of null is a <see cref="JsonNull"/>.</summary>
    public JsonValue? Default { get; internal init; }

    /// <summary>The default as a value; false where there is none, or it does not fit the field's schema.</summary>
    public bool TryGetDefaultValue(out AvroValue value) => DefaultValues.TryMake(this, out value);

    public FieldOrder Order { get; internal init; }

    /// <summary>Other names, as a reader, for fields of writers; distinct, in the order of the text.</summary>
    public IReadOnlyList<string> Aliases { get; internal init; } = [];

    public IReadOnlyList<JsonProperty> Properties { get; internal init; } = [];
}
