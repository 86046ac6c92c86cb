using Registry.Avro.Model;
using Registry.Avro.Parsing;
using Registry.Schemas.Json;

namespace Registry.Avro.Printing;

/// <summary>
/// The one rendering of a default: numbers as the field's type prints them, keys sorted (spec 1.8). A value that this
/// cannot say (a float beyond its range, a default of no branch) is left alone.
/// </summary>
internal sealed class DefaultRendering
{
    private readonly DefaultRules _rules = new();

    public JsonValue Normalize(AvroSchema schema, JsonValue value) => (schema, value) switch
    {
        (UnionSchema union, _) => BranchOf(union, value) is { } branch ? Normalize(branch, value) : PropertyOrder.Sort(value),
        ({ Kind: AvroKind.Float }, JsonNumber number) => Render(number, isFloat: true),
        ({ Kind: AvroKind.Double }, JsonNumber number) => Render(number, isFloat: false),
        (ArraySchema array, JsonArray items) => new JsonArray([.. items.Items.Select(item => Normalize(array.Items, item))]),
        (MapSchema map, JsonObject entries) => Sorted(entries, entry => Normalize(map.Values, entry.Value)),
        (RecordSchema record, JsonObject fields) => Sorted(fields, entry => record.TryGetField(entry.Name, out var field) ? Normalize(field.Schema, entry.Value) : PropertyOrder.Sort(entry.Value)),
        _ => PropertyOrder.Sort(value),
    };

    private AvroSchema? BranchOf(UnionSchema union, JsonValue value)
    {
        foreach (var branch in union.Branches)
        {
            if (_rules.Check(branch, value) == DefaultFit.Fits)
                return branch;
        }
        return null;
    }

    private static JsonNumber Render(JsonNumber number, bool isFloat)
    {
        var value = number.ToDouble();
        if (isFloat && float.IsFinite((float)value))
            return new JsonNumber(JavaNumber.Format((float)value));
        return double.IsInfinity(value) && number.IsInteger ? number : new JsonNumber(value);
    }

    private static JsonObject Sorted(JsonObject entries, Func<JsonProperty, JsonValue> normalize) =>
        new(entries.Properties.OrderBy(entry => entry.Name, StringComparer.Ordinal).Select(entry => entry with { Value = normalize(entry) }));
}
