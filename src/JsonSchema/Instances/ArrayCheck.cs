using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>Whether an array is accepted.</summary>
internal sealed class ArrayCheck(InstanceCheck check)
{
    // Each is compared with each.
    private const int LongestCompared = 100;

    public Verdict Check(ArrayNode schema, JsonArray instance) => Verdicts.All(Details(schema, instance.Items));

    private IEnumerable<Verdict> Details(ArrayNode schema, IReadOnlyList<JsonValue> items)
    {
        var count = new ExactDecimal(items.Count, 0);
        yield return Verdicts.Of(!(count < schema.MinItems || count > schema.MaxItems));
        if (schema.UniqueItems)
            yield return CheckUnique(items);
        foreach (var (at, item) in items.Index())
            yield return CheckItem(schema, at, item);
        if (schema.Contains is { } contained)
            yield return Verdicts.Count(items.Select(item => check.Check(contained, item)), Number(schema.MinContains, 1), Number(schema.MaxContains, long.MaxValue));
    }

    private Verdict CheckItem(ArrayNode schema, int at, JsonValue item)
    {
        if (schema.AllItems is { } all)
            return check.Check(all, item);
        if (at < schema.Items.Count)
            return check.Check(schema.Items[at], item);
        // What is additional to no items at all is not spoken of.
        if (SchemaWords.Keyword(schema, "items") is null && SchemaWords.Keyword(schema, "prefixItems") is null)
            return CheckUnevaluated(schema, item);
        if (schema.Additional.IsClosed)
            return Verdict.Invalid;
        if (schema.Additional.Schema is { } additional)
            return check.Check(additional, item);
        return SchemaWords.Keyword(schema, "items") is not null ? Verdict.Valid : CheckUnevaluated(schema, item);
    }

    private Verdict CheckUnevaluated(ArrayNode schema, JsonValue item)
    {
        if (schema.Unevaluated is null)
            return Verdict.Valid;
        // What else has been evaluated depends on all that stands beside it.
        return schema.IsPart || schema.Contains is not null ? Verdict.Unknown : check.Check(schema.Unevaluated, item);
    }

    private static Verdict CheckUnique(IReadOnlyList<JsonValue> items)
    {
        if (items.Count > LongestCompared)
            return Verdict.Unknown;
        for (var at = 0; at < items.Count; at++)
        {
            if (items.Take(at).Any(earlier => InstanceEquality.AreEqual(earlier, items[at])))
                return Verdict.Invalid;
        }
        return Verdict.Valid;
    }

    private static long Number(ExactDecimal? limit, long absent) => limit is { } value ? Limits.ToInt(value) : absent;
}
