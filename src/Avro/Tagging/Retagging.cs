using Registry.Avro.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.Tagging;

/// <summary>A schema with other tags: a copy in which the edited parts have other properties.</summary>
internal sealed class Retagging : SchemaCopy
{
    // By record or field.
    private readonly Dictionary<object, IReadOnlyList<JsonProperty>> _edited = [];

    private Retagging(ReferencedTypes referenced)
        : base(referenced)
    {
    }

    /// <summary>The tagged schema, or why a part of the edit is not in it.</summary>
    public static Result<AvroSchema, string> Run(AvroSchema root, ReferencedTypes referenced, TagEdit edit)
    {
        var retagging = new Retagging(referenced);
        foreach (var part in edit.ByPart())
        {
            if (!EntityPath.Of(part.Entity).TryGet(out var path, out var fault))
                return fault;
            switch (new PartSearch(path, referenced).Run(root))
            {
                case RecordSchema record:
                    retagging._edited[record] = Edit(record.Properties, part);
                    break;
                case RecordField field:
                    retagging._edited[field] = Edit(field.Properties, part);
                    break;
                default:
                    return $"No matching path '{part.Entity.Path}' found in the schema";
            }
        }
        return retagging.Copy(root);
    }

    protected override NamedAttributes AttributesOf(NamedSchema type) =>
        _edited.TryGetValue(type, out var properties) ? type.Attributes with { Properties = properties } : type.Attributes;

    protected override RecordField Copy(RecordField field) => new(field.Name, field.Position, Copy(field.Schema))
    {
        Doc = field.Doc,
        Default = field.Default,
        Order = field.Order,
        Aliases = field.Aliases,
        Properties = _edited.GetValueOrDefault(field, field.Properties),
    };

    private static IReadOnlyList<JsonProperty> Edit(IReadOnlyList<JsonProperty> properties, PartEdit part) =>
        InlineTags.With(properties, part.Of(InlineTags.Of(properties)));
}
