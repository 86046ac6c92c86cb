using System.Text.Json;
using Registry.Domain;
using Registry.Json;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>Wishes to register as requests bring them (spec 2).</summary>
public static class RegistrationJson
{
    public static RegistrationRequest Read(RegistryRequest request, Subject subject, JsonElement body)
    {
        var version = body.Member("version") is { } v ? JsonShape.Int32(v) ?? 0 : 0;
        var id = body.Member("id") is { } i ? JsonShape.Int32(i) : null;
        return new(
            subject,
            SchemaJson.ReadSubmitted(body),
            Math.Max(version, -1),
            id is >= 0 ? new SchemaId(id.Value) : null,
            request.Flag("normalize"),
            request.Flag("force"))
        {
            Tags = new(TagsJson.Read(body.Member("schemaTagsToAdd")), TagsJson.Read(body.Member("schemaTagsToRemove"))),
            PropagatesTags = body.Member("propagateSchemaTags") is { } propagate && (JsonShape.Boolean(propagate) ?? false),
        };
    }

    /// <summary>What a body says of a new version; the one that it comes of is named elsewhere.</summary>
    public static TagChangeRequest ReadTagChange(Subject subject, JsonElement body) => new(
        subject,
        From: null,
        body.Member("newVersion") is { } version ? Math.Max(JsonShape.Int32(version) ?? 0, 0) : 0,
        new(TagsJson.Read(body.Member("tagsToAdd")), TagsJson.Read(body.Member("tagsToRemove"))),
        body.Member("metadata") is { } metadata ? MetadataJson.Read(metadata) : null,
        body.Member("ruleSet") is { } ruleSet ? RuleSetJson.Read(ruleSet) : null,
        body.Member("rulesToMerge") is { } merge ? RuleSetJson.Read(merge) : null,
        body.Member("rulesToRemove") is { } remove ? [.. JsonShape.Items(remove, "String>").Select(JsonShape.Text).OfType<string>()] : []);
}
