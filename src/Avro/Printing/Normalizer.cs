using Registry.Avro.Model;

namespace Registry.Avro.Printing;

/// <summary>
/// Puts what carries no meaning in one order (spec 1.8). Nothing is lost, where the reference loses defaults and
/// namespaces. Types of references stay as they are registered.
/// </summary>
internal sealed class Normalizer(ReferencedTypes referenced)
{
    private readonly Dictionary<NamedSchema, NamedSchema> _types = [];
    private readonly DefaultRendering _defaults = new();

    public AvroSchema Normalize(AvroSchema schema) => schema switch
    {
        NamedSchema type => referenced.Contains(type) ? type : _types.TryGetValue(type, out var done) ? done : NormalizeType(type),
        ArraySchema array => new ArraySchema(Normalize(array.Items), PropertyOrder.Normalize(array)),
        MapSchema map => new MapSchema(Normalize(map.Values), PropertyOrder.Normalize(map)),
        UnionSchema union => new UnionSchema([.. union.Branches.Select(Normalize)]),
        _ => new PrimitiveSchema(schema.Kind, PropertyOrder.Normalize(schema)),
    };

    private NamedSchema NormalizeType(NamedSchema type)
    {
        var attributes = new NamedAttributes(
            type.Name,
            type.Doc is "" ? null : type.Doc,
            [.. type.Aliases.OrderBy(alias => alias.Full, StringComparer.Ordinal)],
            PropertyOrder.Normalize(type));
        return _types[type] = type switch
        {
            EnumSchema @enum => new EnumSchema(attributes, @enum.Symbols, @enum.Default),
            FixedSchema @fixed => new FixedSchema(attributes, @fixed.Size),
            RecordSchema record => NormalizeRecord(record, attributes),
            _ => throw new InvalidOperationException($"A named type of kind {type.Kind} is not known."),
        };
    }

    private RecordSchema NormalizeRecord(RecordSchema record, NamedAttributes attributes)
    {
        var normal = new RecordSchema(attributes, isError: false);
        // Known before its fields are, which may refer to it.
        _types[record] = normal;
        normal.Complete([.. record.Fields.Select(NormalizeField)]);
        return normal;
    }

    private RecordField NormalizeField(RecordField field) => new(field.Name, field.Position, Normalize(field.Schema))
    {
        Doc = field.Doc,
        Default = field.Default is null ? null : _defaults.Normalize(field.Schema, field.Default),
        Order = field.Order,
        Aliases = [.. field.Aliases.Order(StringComparer.Ordinal)],
        Properties = PropertyOrder.Sort(field.Properties),
    };
}
