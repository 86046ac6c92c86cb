using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Printing;

/// <summary>
/// Puts what carries no meaning in one order (spec 1.8). Nothing is lost, where the reference loses defaults and
/// namespaces.
/// </summary>
internal sealed class Normalizer(ReferencedTypes referenced) : SchemaCopy(referenced)
{
    private readonly DefaultRendering _defaults = new();

    protected override IReadOnlyList<JsonProperty> PropertiesOf(AvroSchema schema) => PropertyOrder.Normalize(schema);

    protected override NamedAttributes AttributesOf(NamedSchema type) => new(
        type.Name,
        type.Doc is "" ? null : type.Doc,
        [.. type.Aliases.OrderBy(alias => alias.Full, StringComparer.Ordinal)],
        PropertyOrder.Normalize(type));

    protected override bool IsError(RecordSchema record) => false;

    protected override RecordField Copy(RecordField field) => new(field.Name, field.Position, Copy(field.Schema))
    {
        Doc = field.Doc,
        Default = field.Default is null ? null : _defaults.Normalize(field.Schema, field.Default),
        Order = field.Order,
        Aliases = [.. field.Aliases.Order(StringComparer.Ordinal)],
        Properties = PropertyOrder.Sort(field.Properties),
    };
}
