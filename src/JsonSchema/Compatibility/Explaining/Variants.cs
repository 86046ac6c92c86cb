using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Instances that a writer may write and a reader is likely to refuse: what the writer writes, changed at what the reader says.</summary>
internal sealed class Variants(Samples samples)
{
    private const int LongestText = 300;
    private const int MostMembers = 50;
    private const int MostNames = 20;

    /// <param name="step">Where the difference is that is to be shown; what has to do with it comes first.</param>
    public IEnumerable<JsonValue> Of(SchemaPair pair, Step step)
    {
        var written = samples.Of(pair.Writer);
        return written.OfType<JsonObject>().SelectMany(instance => OfObject(instance, pair, step))
            .Concat(written.OfType<JsonArray>().SelectMany(instance => OfArray(instance, pair)))
            .Concat(written)
            .Concat(OfScalar(pair.Reader))
            .Concat(OfScalar(pair.Writer))
            .Concat(samples.Of(pair.Reader))
            .Concat(Values.Simple);
    }

    private IEnumerable<JsonValue> OfObject(JsonObject instance, SchemaPair pair, Step step)
    {
        var (writers, readers) = (Objects(pair.Writer).ToList(), Objects(pair.Reader).ToList());
        string[] shown = step.Member is { } member ? [member] : [];
        var declared = readers.Concat(writers).SelectMany(node => node.Properties.Keys);
        var names = shown.Concat(readers.SelectMany(node => node.Required)).Concat(declared).Append(Samples.Fresh(0)).Distinct(StringComparer.Ordinal).Take(MostNames).ToList();
        foreach (var name in names)
        {
            yield return Values.Without(instance, name);
            foreach (var value in writers.SelectMany(node => samples.OfProperty(node, name)).Concat(Values.Simple))
                yield return Values.With(instance, name, value);
        }
        foreach (var node in readers)
        {
            if (node.MaxProperties is { } most && Limits.ToInt(most) is <= MostMembers and var count)
                yield return Filled(instance, count + 1, writers);
            if (node.MinProperties is { } least && Limits.ToInt(least) is > 0 and <= MostMembers and var needed)
                yield return Filled(new JsonObject(instance.Properties.Take(needed - 1)), needed - 1, writers);
        }
    }

    private JsonObject Filled(JsonObject instance, int count, List<ObjectNode> writers)
    {
        var names = writers.SelectMany(node => node.Properties.Keys).Concat(Enumerable.Range(0, MostMembers).Select(Samples.Fresh)).Where(name => instance[name] is null);
        foreach (var name in names.Take(Math.Max(count - instance.Properties.Count, 0)).ToList())
            instance = Values.With(instance, name, writers.SelectMany(node => samples.OfProperty(node, name)).Concat(Values.Simple).First());
        return instance;
    }

    private IEnumerable<JsonValue> OfArray(JsonArray instance, SchemaPair pair)
    {
        var (writers, readers) = (Arrays(pair.Writer).ToList(), Arrays(pair.Reader).ToList());
        foreach (var node in writers)
        {
            IEnumerable<int> lengths =
            [
                .. readers.Select(reader => reader.Items.Count + 1), 1, 2,
                .. readers.SelectMany(reader => new[] { reader.MaxItems, reader.MaxContains }).OfType<ExactDecimal>().Select(most => Math.Min(Limits.ToInt(most), MostMembers) + 1),
                .. readers.SelectMany(reader => new[] { reader.MinItems, reader.MinContains }).OfType<ExactDecimal>().Select(least => Limits.ToInt(least) - 1),
            ];
            foreach (var length in lengths.Where(length => length is >= 0 and <= MostMembers).Distinct())
            {
                if (samples.ArrayOf(node, length) is { } array)
                    yield return array;
            }
            for (var at = 0; at < Math.Min(Math.Max(instance.Items.Count, readers.Select(reader => reader.Items.Count).DefaultIfEmpty(0).Max()) + 1, MostMembers); at++)
            {
                var before = samples.ArrayOf(node, at);
                foreach (var value in before is null ? [] : samples.OfItem(node, at).Concat(Values.Simple))
                {
                    yield return Values.With(instance, Math.Min(at, instance.Items.Count), value);
                    yield return new JsonArray([.. before!.Items, value]);
                }
            }
            foreach (var value in samples.OfItem(node, 0))
                yield return new JsonArray([value, value]);
        }
    }

    private static IEnumerable<JsonValue> OfScalar(SchemaNode schema) => Parts(schema).SelectMany(part => part switch
    {
        StringNode strings => Texts(strings),
        NumberNode numbers => new[] { numbers.Minimum, numbers.Maximum, numbers.ExclusiveMinimum, numbers.ExclusiveMaximum, numbers.MultipleOf }
            .OfType<ExactDecimal>().SelectMany(limit => Samples.Around(limit).Prepend(limit)).Append(new(5, 1)).Select(Values.Number),
        EnumNode values => values.Values.Items,
        ConstNode constant => [constant.Value],
        _ => [],
    });

    private static IEnumerable<JsonValue> Texts(StringNode schema)
    {
        IEnumerable<int> lengths =
        [
            .. schema.MaxLength is { } most ? [Math.Min(Limits.ToInt(most), LongestText) + 1, Math.Min(Limits.ToInt(most), LongestText)] : (int[])[],
            .. schema.MinLength is { } least ? [Limits.ToInt(least) - 1, Limits.ToInt(least)] : (int[])[],
        ];
        return lengths.Where(length => length is >= 0 and <= LongestText).Select(Values.Text).Concat(Values.Texts);
    }

    private static IEnumerable<ObjectNode> Objects(SchemaNode schema) => Parts(schema).OfType<ObjectNode>();

    private static IEnumerable<ArrayNode> Arrays(SchemaNode schema) => Parts(schema).OfType<ArrayNode>();

    /// <summary>The schema, or what it combines.</summary>
    private static IEnumerable<SchemaNode> Parts(SchemaNode schema, int depth = 4) => schema switch
    {
        _ when depth == 0 => [],
        CombinedNode combined => combined.Children.Take(MostNames).SelectMany(child => Parts(child, depth - 1)),
        ReferenceNode { Target: { } target } => Parts(target, depth - 1),
        NotNode not => Parts(not.Schema, depth - 1),
        ConditionalNode conditional => new[] { conditional.If, conditional.Then, conditional.Else }.OfType<SchemaNode>().SelectMany(part => Parts(part, depth - 1)),
        _ => [schema],
    };
}
