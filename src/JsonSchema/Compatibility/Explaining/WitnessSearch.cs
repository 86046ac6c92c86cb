using Registry.JsonSchema.Instances;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// Looks for small instances that show a difference: accepted by the writer as a whole, refused by the reader. None is better than one of
/// which a validator could say otherwise.
/// </summary>
internal sealed class WitnessSearch
{
    /// <summary>For all the findings of two schemas together; it takes about a fifth of what comparing them may take.</summary>
    private const int Budget = WorkBudget.OfComparison / 5;

    private const int MostKept = 5;
    private const int MostTried = 500;
    private const int LongestText = 1000;

    private readonly WorkBudget _budget;
    private readonly InstanceCheck _check;
    private readonly Samples _samples;
    private readonly Variants _variants;

    public WitnessSearch(CancellationToken cancellationToken)
    {
        _budget = new(Budget, cancellationToken);
        _check = new(_budget);
        _samples = new(_check, _budget);
        _variants = new(_samples);
    }

    /// <summary>An instance of the whole, as JSON; null where none was found.</summary>
    public string? Find(SchemaPath path)
    {
        List<JsonValue> found = [];
        for (var at = path; at is not null; at = at.Parent)
        {
            var inside = found;
            var step = at.Step;
            var pair = at.Pair;
            found = Shown(pair, inside.SelectMany(value => Around(pair.Writer, step, value)));
            if (found.Count == 0)
                found = Shown(pair, _variants.Of(pair, step));
        }
        return found.Select(value => value.ToString()).FirstOrDefault(text => text.Length <= LongestText);
    }

    private List<JsonValue> Shown(SchemaPair pair, IEnumerable<JsonValue> candidates) =>
    [
        .. candidates.Take(MostTried).TakeWhile(_ => !_budget.IsExhausted)
            .Where(value => _check.Check(pair.Reader, value) == Verdict.Invalid && _check.Check(pair.Writer, value) == Verdict.Valid)
            .Take(MostKept),
    ];

    /// <summary>Instances of the writer that hold a value where a step leads to.</summary>
    private IEnumerable<JsonValue> Around(SchemaNode writer, Step step, JsonValue value)
    {
        // What a keyword combines speaks of the same instance, and so may a dependency.
        yield return value;
        if (step.IsNone)
            yield break;
        var written = _samples.Of(writer);
        foreach (var instance in written.OfType<JsonObject>())
        {
            yield return Values.With(instance, step.Member ?? Samples.Fresh(0), value);
            if (value is JsonObject part)
                yield return new JsonObject(part.Properties.Concat(instance.Properties).DistinctBy(property => property.Name, StringComparer.Ordinal));
        }
        foreach (var instance in written.OfType<JsonArray>())
        {
            var at = int.TryParse(step.Member, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : 0;
            yield return Values.With(instance, Math.Min(at, instance.Items.Count), value);
            if (writer is ArrayNode array)
            {
                var place = step.Member is null && array.AllItems is null ? array.Items.Count : at;
                if (_samples.ArrayOf(array, place) is { } before)
                    yield return new JsonArray([.. before.Items, value, .. instance.Items.Skip(place + 1)]);
            }
        }
    }
}
