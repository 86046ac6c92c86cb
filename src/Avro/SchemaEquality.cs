using System.Runtime.CompilerServices;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro;

/// <summary>
/// Whether two schemas mean the same (spec 1.10). Pairs under comparison count as equal, so cycles end; so do pairs that
/// were found equal.
/// </summary>
internal sealed class SchemaEquality(EqualityScope scope)
{
    private readonly HashSet<(AvroSchema, AvroSchema)> _assumed = [];

    public bool AreEqual(AvroSchema left, AvroSchema right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Kind != right.Kind || !AreEqual(left.Properties, right.Properties))
            return false;
        return (left, right) switch
        {
            (ArraySchema one, ArraySchema other) => AreEqual(one.Items, other.Items),
            (MapSchema one, MapSchema other) => AreEqual(one.Values, other.Values),
            (UnionSchema one, UnionSchema other) => AreEqual(one.Branches, other.Branches, AreEqual),
            (EnumSchema one, EnumSchema other) => AreNamedAlike(one, other) && one.Symbols.SequenceEqual(other.Symbols, StringComparer.Ordinal) && (scope == EqualityScope.Definitions || one.Default == other.Default),
            (FixedSchema one, FixedSchema other) => AreNamedAlike(one, other) && one.Size == other.Size,
            (RecordSchema one, RecordSchema other) => AreNamedAlike(one, other) && AreEqualRecords(one, other),
            _ => true,
        };
    }

    private static bool AreEqual<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, T, bool> areEqual)
    {
        if (left.Count != right.Count)
            return false;
        for (var at = 0; at < left.Count; at++)
        {
            if (!areEqual(left[at], right[at]))
                return false;
        }
        return true;
    }

    private static bool AreEqual(IReadOnlyList<JsonProperty> left, IReadOnlyList<JsonProperty> right) =>
        left.Count == right.Count && (left.Count == 0 || JsonEquality.AreEqual(new JsonObject(left), new JsonObject(right)));

    private bool AreNamedAlike(NamedSchema left, NamedSchema right) =>
        left.Name == right.Name && (scope == EqualityScope.Definitions || (left.Doc == right.Doc && left.Aliases.ToHashSet().SetEquals(right.Aliases)));

    private bool AreEqualRecords(RecordSchema left, RecordSchema right)
    {
        if (!_assumed.Add((left, right)))
            return true;
        // Only linked texts can nest deeper than the reader allows, and those are refused next.
        return RuntimeHelpers.TryEnsureSufficientExecutionStack() && AreEqual(left.Fields, right.Fields, AreEqualFields);
    }

    private bool AreEqualFields(RecordField left, RecordField right) =>
        left.Name == right.Name
        && left.Order == right.Order
        && JsonEquality.AreEqual(left.Default, right.Default)
        && AreEqual(left.Properties, right.Properties)
        && (scope == EqualityScope.Definitions || (left.Doc == right.Doc && left.Aliases.ToHashSet(StringComparer.Ordinal).SetEquals(right.Aliases)))
        && AreEqual(left.Schema, right.Schema);
}
