using Registry.JsonSchema.Compatibility;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>A few small instances that a schema accepts, or that nothing is known against: what it demands and little more.</summary>
internal sealed class Samples(InstanceCheck check, WorkBudget budget)
{
    private const int Most = 4;
    private const int DeepestNesting = 12;
    private const int LongestText = 300;
    private const int MostMembers = 50;

    private int _depth;

    /// <summary>The simplest first; none where none was found.</summary>
    public IReadOnlyList<JsonValue> Of(SchemaNode schema)
    {
        if (_depth == DeepestNesting || !budget.TryEnter())
            return [];
        _depth++;
        List<JsonValue> samples = [.. Candidates(schema).Where(value => check.Check(schema, value) != Verdict.Invalid).Take(Most)];
        _depth--;
        return samples;
    }

    private IEnumerable<JsonValue> Candidates(SchemaNode schema) => schema switch
    {
        { Kind: NodeKind.Boolean } => [new JsonBoolean(value: true), new JsonBoolean(value: false)],
        { Kind: NodeKind.Null } => [new JsonNull()],
        StringNode strings => Texts(strings),
        NumberNode numbers => Numbers(numbers),
        EnumNode values => values.Values.Items,
        ConstNode constant => [constant.Value],
        ObjectNode objects => Objects(objects),
        ArrayNode arrays => Arrays(arrays),
        ReferenceNode { Target: { } target } => Of(target),
        CombinedNode { Criterion: Criterion.AllOf } all => Merged(all).Concat(OfEach(all.Children)),
        CombinedNode any => OfEach(any.Children),
        ConditionalNode conditional => OfEach([.. new[] { conditional.If, conditional.Then, conditional.Else }.OfType<SchemaNode>()]).Concat(Values.Simple),
        _ => Values.Simple,
    };

    private IEnumerable<JsonValue> OfEach(IEnumerable<SchemaNode> schemas) => schemas.SelectMany(Of);

    private static IEnumerable<JsonValue> Texts(StringNode schema)
    {
        if (KnownFormats.ExampleOf((SchemaWords.Keyword(schema, "format") as JsonString)?.Value) is { } example)
            yield return new JsonString(example);
        if (schema.MinLength is { } least && Limits.ToInt(least) is <= LongestText and var length)
            yield return Values.Text(length);
        foreach (var text in Values.Texts)
            yield return text;
    }

    private static IEnumerable<JsonValue> Numbers(NumberNode schema)
    {
        ExactDecimal[] near = [.. new[] { schema.Minimum, schema.ExclusiveMinimum, schema.Maximum, schema.ExclusiveMaximum }.OfType<ExactDecimal>()];
        IEnumerable<ExactDecimal> candidates =
        [
            new(0, 0), new(1, 0), .. near, .. near.SelectMany(Around),
            .. schema.MultipleOf is { } step ? near.SelectMany(Around).Select(value => MultipleNear(value, step)).Append(step) : [],
            new(-1, 0), new(5, 1),
        ];
        return candidates.Select(Values.Number);
    }

    /// <summary>The numbers beside a limit that are not far from it.</summary>
    public static IEnumerable<ExactDecimal> Around(ExactDecimal limit)
    {
        var one = limit.Scale > 0 ? System.Numerics.BigInteger.Pow(10, limit.Scale) : 1;
        if (limit.Scale < 0)
            yield break;
        yield return new(limit.Unscaled + one, limit.Scale);
        yield return new(limit.Unscaled - one, limit.Scale);
        yield return new((limit.Unscaled * 10) + (5 * one), limit.Scale + 1);
    }

    private static ExactDecimal MultipleNear(ExactDecimal value, ExactDecimal step)
    {
        if (step.Scale < 0 || step.Unscaled.IsZero || value.Scale > step.Scale)
            return step;
        var scaled = value.Unscaled * System.Numerics.BigInteger.Pow(10, step.Scale - value.Scale);
        return new(scaled - (scaled % step.Unscaled) + step.Unscaled, step.Scale);
    }

    private IEnumerable<JsonValue> Objects(ObjectNode schema)
    {
        var names = schema.Required.Take(MostMembers).ToList();
        var least = schema.MinProperties is { } minimum ? Math.Min(Limits.ToInt(minimum), MostMembers) : 0;
        foreach (var name in schema.Properties.Keys.Concat(Enumerable.Range(0, MostMembers).Select(Fresh)))
        {
            if (names.Count >= least)
                break;
            if (!names.Contains(name, StringComparer.Ordinal))
                names.Add(name);
        }
        for (var at = 0; at < names.Count && names.Count <= MostMembers; at++)
            names.AddRange(schema.PropertyDependencies.GetValueOrDefault(names[at], []).Except(names, StringComparer.Ordinal));
        var members = names.Select(name => (Name: name, Values: OfProperty(schema, name))).ToList();
        if (members.Exists(member => member.Values.Count == 0))
            yield break;
        yield return new JsonObject(members.Select(member => new JsonProperty(member.Name, member.Values[0])));
        foreach (var (name, values) in members)
        {
            foreach (var value in values.Skip(1))
                yield return new JsonObject(members.Select(member => new JsonProperty(member.Name, member.Name == name ? value : member.Values[0])));
        }
    }

    /// <summary>The name of a property that schemas hardly declare.</summary>
    public static string Fresh(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"other{number}");

    /// <summary>Values for a property, whether the schema declares it or lets it in.</summary>
    public IReadOnlyList<JsonValue> OfProperty(ObjectNode schema, string name)
    {
        if (schema.Properties.TryGetValue(name, out var property))
            return Of(property);
        var pattern = schema.PatternProperties.FirstOrDefault(it => check.Find(it.Pattern, name) != Verdict.Invalid);
        var other = pattern?.Schema ?? schema.Additional.Schema ?? schema.Unevaluated;
        return other is null ? Values.Simple : Of(other);
    }

    private IEnumerable<JsonValue> Arrays(ArrayNode schema)
    {
        var least = Math.Min(Math.Max(schema.MinItems is { } minimum ? Limits.ToInt(minimum) : 0, schema.Contains is null ? 0 : 1), MostMembers);
        if (ArrayOf(schema, least) is { } array)
            yield return array;
        if (schema.Contains is { } contained)
        {
            foreach (var value in Of(contained))
                yield return new JsonArray([value, .. ArrayOf(schema, Math.Max(least - 1, 0))?.Items ?? []]);
        }
    }

    /// <summary>An array of a length, of items that differ from each other where they have to; null where none was found.</summary>
    public JsonArray? ArrayOf(ArrayNode schema, int length)
    {
        List<JsonValue> items = [];
        while (items.Count < length)
        {
            var item = OfItem(schema, items.Count).FirstOrDefault(value => !schema.UniqueItems || !items.Exists(earlier => InstanceEquality.AreEqual(earlier, value)));
            if (item is null)
                return null;
            items.Add(item);
        }
        return new JsonArray(items);
    }

    /// <summary>Values for an item.</summary>
    public IEnumerable<JsonValue> OfItem(ArrayNode schema, int at)
    {
        var item = schema.AllItems ?? (at < schema.Items.Count ? schema.Items[at] : schema.Additional.Schema ?? schema.Unevaluated);
        if (item is null)
            return Values.Simple.Concat(Distinct(at));
        return schema.UniqueItems ? Of(item).Concat(Distinct(at).Where(value => check.Check(item, value) != Verdict.Invalid)) : Of(item);
    }

    // So that as many as an array has to hold differ.
    private static IEnumerable<JsonValue> Distinct(int at) => [new JsonNumber($"{at + 2}"), new JsonString($"a{at}")];

    // Each part asks for its own properties; a scalar that fits all parts is found among those that fit one.
    private IEnumerable<JsonValue> Merged(CombinedNode all)
    {
        var samples = all.Children.Select(child => Of(child)).ToList();
        if (samples.Exists(it => it.Count == 0))
            yield break;
        var objects = samples.Select(it => it.OfType<JsonObject>().FirstOrDefault()).OfType<JsonObject>().ToList();
        if (objects.Count > 0)
            yield return new JsonObject(objects.SelectMany(it => it.Properties).DistinctBy(property => property.Name, StringComparer.Ordinal));
    }
}
