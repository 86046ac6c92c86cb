using Registry.Schemas.Json;

namespace Registry.Avro.Model;

/// <summary>
/// Copies a schema node by node, with changes on the way. Types of references stay as they are registered. Recursion is bounded by
/// <see cref="Parsing.NestingRule"/>.
/// </summary>
internal abstract class SchemaCopy(ReferencedTypes referenced)
{
    private readonly Dictionary<NamedSchema, NamedSchema> _types = [];

    public AvroSchema Copy(AvroSchema schema) => schema switch
    {
        NamedSchema type => referenced.Contains(type) ? type : _types.TryGetValue(type, out var done) ? done : Copy(type),
        ArraySchema array => new ArraySchema(Copy(array.Items), PropertiesOf(array)),
        MapSchema map => new MapSchema(Copy(map.Values), PropertiesOf(map)),
        UnionSchema union => new UnionSchema([.. union.Branches.Select(Copy)]),
        _ => new PrimitiveSchema(schema.Kind, PropertiesOf(schema)),
    };

    protected abstract NamedAttributes AttributesOf(NamedSchema type);

    /// <summary>Called for schemas without a name.</summary>
    protected virtual IReadOnlyList<JsonProperty> PropertiesOf(AvroSchema schema) => schema.Properties;

    protected virtual bool IsError(RecordSchema record) => record.IsError;

    protected abstract RecordField Copy(RecordField field);

    private NamedSchema Copy(NamedSchema type)
    {
        var attributes = AttributesOf(type);
        return _types[type] = type switch
        {
            EnumSchema @enum => new EnumSchema(attributes, @enum.Symbols, @enum.Default),
            FixedSchema @fixed => new FixedSchema(attributes, @fixed.Size),
            RecordSchema record => Copy(record, attributes),
            _ => throw new InvalidOperationException($"A named type of kind {type.Kind} is not known."),
        };
    }

    private RecordSchema Copy(RecordSchema record, NamedAttributes attributes)
    {
        var copy = new RecordSchema(attributes, IsError(record));
        // Known before its fields are, which may refer to it.
        _types[record] = copy;
        copy.Complete([.. record.Fields.Select(Copy)]);
        return copy;
    }
}
