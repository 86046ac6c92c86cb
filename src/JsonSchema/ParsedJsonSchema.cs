using Registry.JsonSchema.Compatibility;
using Registry.JsonSchema.Model;
using Registry.JsonSchema.Tagging;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.JsonSchema;

/// <summary>A valid JSON schema: the JSON that it is, and the root of its model.</summary>
public sealed class ParsedJsonSchema : ParsedSchema
{
    private readonly JsonDocument _json;

    internal ParsedJsonSchema(JsonDocument json, SchemaNode root) => (_json, Root) = (json, root);

    public override SchemaType Type => SchemaType.Json;

    public SchemaNode Root { get; }

    /// <summary>The same JSON, compact, in its own order of keys (spec 2.6).</summary>
    public override string CanonicalText => field ??= JsonPrinter.Print(_json.Root, JsonNumberStyle.JavaDecimal);

    /// <summary>Sorts the keys of every object.</summary>
    public override ParsedSchema Normalize() => new ParsedJsonSchema(_json with { Root = JsonOrder.Sorted(_json.Root) }, Root);

    /// <summary>There are no renderings but the canonical one.</summary>
    public override string Render(string format) => CanonicalText;

    public override bool IsEquivalentTo(ParsedSchema other) => other is ParsedJsonSchema json && CanonicalText == json.CanonicalText;

    public override bool HasTopLevelField(string name) => Properties?[name] is not null;

    public override IReadOnlyList<SchemaTags> Tags => TaggedParts.Of(_json.Root);

    /// <summary>Tags are no keywords, so the model stays as it is.</summary>
    public override Result<ParsedSchema, string> WithTags(TagEdit edit)
    {
        if (edit.IsEmpty)
            return this;
        return Retagging.Run(_json.Root, edit).TryGet(out var tagged, out var fault) ? new ParsedJsonSchema(_json with { Root = tagged }, Root) : fault;
    }

    /// <summary>Names that begin with $$ are reserved (spec 2.4).</summary>
    public override SchemaError? FieldFault =>
        Properties?.Properties.FirstOrDefault(property => property.Name.StartsWith("$$", StringComparison.Ordinal)) is { Name: not null, Value: var schema }
            ? new SchemaError("#: Field names cannot start with $$ prefix", _json.PointerTo(schema) ?? "")
            : null;

    private JsonObject? Properties => (_json.Root as JsonObject)?["properties"] as JsonObject;

    /// <summary>All differences that the policy does not tolerate, one for each way that leads to them, up to a bound (spec 2.7).</summary>
    public override IReadOnlyList<Incompatibility> FindIncompatibilities(ParsedSchema writer, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        if (writer is not ParsedJsonSchema json)
            throw new ArgumentException("Only schemas of one format can be compared.", nameof(writer));
        if (SchemaComparison.Run(json.Root, Root, policy, cancellationToken) is not { } outcome)
            return [new ComparisonTooLarge()];
        var explainer = new Lazy<DifferenceExplainer>(() => new(policy, cancellationToken));
        return outcome.IsCompatible ? [] : [.. SchemaDifference.List(outcome, policy).Select(difference => new SchemaIncompatibility(difference, explainer))];
    }
}
