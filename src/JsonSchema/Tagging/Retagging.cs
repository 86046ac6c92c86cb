using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Tagging;

/// <summary>A schema's text with other tags: a copy as far as it differs. As deep as the text, which is bounded.</summary>
internal sealed class Retagging
{
    private readonly Dictionary<JsonObject, IReadOnlyList<JsonProperty>> _edited = [];

    private Retagging()
    {
    }

    /// <summary>The tagged text, or why a part of the edit is not in it.</summary>
    public static Result<JsonValue, string> Run(JsonValue root, TagEdit edit)
    {
        var retagging = new Retagging();
        foreach (var part in edit.ByPart())
        {
            if (new PartSearch(part.Entity).Run(root) is not { } schema)
                return $"No matching path '{part.Entity.Path}' found in the schema";
            var properties = retagging._edited.GetValueOrDefault(schema, schema.Properties);
            retagging._edited[schema] = InlineTags.With(properties, part.Of(InlineTags.Of(properties)));
        }
        return retagging.Copy(root);
    }

    private JsonValue Copy(JsonValue value) => value switch
    {
        JsonObject schema => new JsonObject(_edited.GetValueOrDefault(schema, schema.Properties).Select(property => property with { Value = Copy(property.Value) }), schema.Offset),
        JsonArray array => new JsonArray([.. array.Items.Select(Copy)], array.Offset),
        _ => value,
    };
}
