using System.Diagnostics;
using Registry.JsonSchema.Compatibility;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;

namespace Registry.JsonSchema.Instances;

/// <summary>
/// Whether a schema accepts an instance. Says so only where no validator could say otherwise: formats, and what depends on how a validator is
/// set up, are <see cref="Verdict.Unknown"/>.
/// </summary>
internal sealed class InstanceCheck
{
    private const int DeepestNesting = 200;

    private readonly WorkBudget _budget;
    private readonly ObjectCheck _objects;
    private readonly ArrayCheck _arrays;
    private readonly Dictionary<string, JavaPattern?> _patterns = new(StringComparer.Ordinal);
    private int _depth;

    public InstanceCheck(WorkBudget budget) => (_budget, _objects, _arrays) = (budget, new(this), new(this));

    public Verdict Check(SchemaNode schema, JsonValue instance)
    {
        if (_depth == DeepestNesting || !_budget.TryEnter())
            return Verdict.Unknown;
        _depth++;
        var verdict = CheckKeywords(schema, instance);
        _depth--;
        return verdict == Verdict.Valid ? CheckFormat(schema, instance) : verdict;
    }

    /// <summary>Whether a pattern is found anywhere in a text.</summary>
    public Verdict Find(JavaPattern pattern, string text)
    {
        if (_budget.IsExhausted)
            return Verdict.Unknown;
        var start = Stopwatch.GetTimestamp();
        var isFound = pattern.IsFoundIn(text);
        _budget.TrySpend(Stopwatch.GetElapsedTime(start));
        return isFound is { } found ? Verdicts.Of(found) : Verdict.Unknown;
    }

    private Verdict CheckKeywords(SchemaNode schema, JsonValue instance) => (schema, instance) switch
    {
        ({ Kind: NodeKind.True or NodeKind.Empty }, _) => Verdict.Valid,
        ({ Kind: NodeKind.False }, _) => Verdict.Invalid,
        ({ Kind: NodeKind.Boolean }, _) => Verdicts.Of(instance is JsonBoolean),
        ({ Kind: NodeKind.Null }, _) => Verdicts.Of(instance is JsonNull),
        (StringNode strings, JsonString text) => CheckString(strings, text.Value),
        (NumberNode numbers, JsonNumber number) => CheckNumber(numbers, number),
        (ObjectNode objects, JsonObject @object) => _objects.Check(objects, @object),
        (ArrayNode arrays, JsonArray array) => _arrays.Check(arrays, array),
        (StringNode or NumberNode or ObjectNode or ArrayNode, _) => Verdicts.Of(!SchemaWords.DemandsItsType(schema)),
        (EnumNode values, _) => CheckValues(values.Values.Items, instance),
        (ConstNode constant, _) => CheckValues([constant.Value], instance),
        (NotNode not, _) => Check(not.Schema, instance).Not(),
        (ConditionalNode conditional, _) => CheckConditional(conditional, instance),
        (CombinedNode combined, _) => CheckCombined(combined, instance),
        (ReferenceNode { Target: { } target }, _) when SchemaWords.Keyword(schema, "$dynamicRef") is null => Check(target, instance),
        _ => Verdict.Unknown,
    };

    private Verdict CheckString(StringNode schema, string text)
    {
        var length = new ExactDecimal(text.EnumerateRunes().Count(), 0);
        if (length < schema.MinLength || length > schema.MaxLength)
            return Verdict.Invalid;
        if (schema.Pattern is not { } pattern)
            return Verdict.Valid;
        if (!_patterns.TryGetValue(pattern, out var parsed))
            _patterns.Add(pattern, parsed = JavaPattern.TryParse(pattern, out var read, out _) ? read : null);
        return parsed is null ? Verdict.Unknown : Find(parsed, text);
    }

    private static Verdict CheckNumber(NumberNode schema, JsonNumber number)
    {
        if (!number.TryGetDecimal(out var value))
            return Verdict.Unknown;
        // The flags of draft 4 say how the limits beside them are meant.
        var isAboveMinimum = schema.Minimum is not { } minimum || value > minimum || (value.CompareTo(minimum) == 0 && SchemaWords.Keyword(schema, "exclusiveMinimum") is not JsonBoolean { Value: true });
        var isBelowMaximum = schema.Maximum is not { } maximum || value < maximum || (value.CompareTo(maximum) == 0 && SchemaWords.Keyword(schema, "exclusiveMaximum") is not JsonBoolean { Value: true });
        if (!isAboveMinimum || !isBelowMaximum || value <= schema.ExclusiveMinimum || value >= schema.ExclusiveMaximum)
            return Verdict.Invalid;
        if (schema.MultipleOf is { } step && !value.IsMultipleOf(step))
            return Verdict.Invalid;
        if (!schema.IsInteger || number.IsInteger)
            return Verdict.Valid;
        // Whether 1.0 is an integer depends on the dialect, and on the validator.
        return value.IsWhole ? Verdict.Unknown : Verdict.Invalid;
    }

    // Whether 1 and 1.0 are one value does, too.
    private static Verdict CheckValues(IReadOnlyList<JsonValue> values, JsonValue instance) =>
        !values.Any(value => InstanceEquality.AreEqual(value, instance)) ? Verdict.Invalid
        : values.Any(value => JsonEquality.AreEqual(value, instance)) ? Verdict.Valid
        : Verdict.Unknown;

    private Verdict CheckConditional(ConditionalNode schema, JsonValue instance)
    {
        if (schema.If is null)
            return Verdict.Valid;
        var (then, @else) = (schema.Then, schema.Else);
        return Check(schema.If, instance) switch
        {
            Verdict.Valid => then is null ? Verdict.Valid : Check(then, instance),
            Verdict.Invalid => @else is null ? Verdict.Valid : Check(@else, instance),
            _ => Verdict.Unknown,
        };
    }

    private Verdict CheckCombined(CombinedNode schema, JsonValue instance)
    {
        var verdicts = schema.Children.Select(child => Check(child, instance));
        return schema.Criterion switch
        {
            Criterion.AllOf => Verdicts.All(verdicts),
            Criterion.AnyOf => Verdicts.Count(verdicts, 1, long.MaxValue),
            _ => Verdicts.Count(verdicts, 1, 1),
        };
    }

    private static Verdict CheckFormat(SchemaNode schema, JsonValue instance) =>
        instance is JsonString text && SchemaWords.Keyword(schema, "format") is JsonString format ? KnownFormats.Check(format.Value, text.Value) : Verdict.Valid;
}
