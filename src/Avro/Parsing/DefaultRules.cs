using System.Runtime.CompilerServices;
using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

internal enum DefaultFit
{
    Fits,
    DoesNotFit,

    /// <summary>The answer depends on fields of a record that are not known yet.</summary>
    NeedsUnfinishedRecord,
}

/// <summary>
/// Whether a JSON value can be the default of a schema (spec 1.4). Answers for fields are kept: a record's default may
/// depend on the defaults of its fields, and theirs on others.
/// </summary>
internal sealed class DefaultRules
{
    private readonly Dictionary<RecordField, DefaultFit> _fields = [];

    /// <summary>Whether the field's own default fits; without one it does not.</summary>
    public DefaultFit CheckField(RecordField field)
    {
        if (field.Default is null)
            return DefaultFit.DoesNotFit;
        if (!_fields.TryGetValue(field, out var fit))
        {
            // References can chain defaults deeper than a text nests.
            fit = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Check(field.Schema, field.Default) : DefaultFit.DoesNotFit;
            _fields.Add(field, fit);
        }
        return fit;
    }

    public DefaultFit Check(AvroSchema schema, JsonValue value) => (schema, value) switch
    {
        (ArraySchema array, JsonArray items) => CheckAll(items.Items, item => Check(array.Items, item)),
        (MapSchema map, JsonObject entries) => CheckAll(entries.Properties, entry => Check(map.Values, entry.Value)),
        (RecordSchema { IsComplete: true } record, JsonObject fields) => CheckAll(record.Fields, field => fields[field.Name] is { } given ? Check(field.Schema, given) : CheckField(field)),
        (RecordSchema or UnresolvedName, JsonObject) => DefaultFit.NeedsUnfinishedRecord,
        (UnionSchema union, _) => CheckAny(union, value),
        _ => FitsScalar(schema.Kind, value) ? DefaultFit.Fits : DefaultFit.DoesNotFit,
    };

    private static bool FitsScalar(AvroKind kind, JsonValue value) => kind switch
    {
        AvroKind.Null => value is JsonNull,
        AvroKind.Boolean => value is JsonBoolean,
        AvroKind.Int => value is JsonNumber number && number.TryGetInt32(out _),
        AvroKind.Long => value is JsonNumber number && number.TryGetInt64(out _),
        AvroKind.Float or AvroKind.Double => value is JsonNumber,
        // Neither the length of a fixed, nor the bytes, nor the symbols of an enum are looked at.
        AvroKind.Bytes or AvroKind.String or AvroKind.Enum or AvroKind.Fixed => value is JsonString,
        _ => false,
    };

    private static DefaultFit CheckAll<T>(IReadOnlyList<T> parts, Func<T, DefaultFit> check)
    {
        foreach (var part in parts)
        {
            if (check(part) is not DefaultFit.Fits and var fit)
                return fit;
        }
        return DefaultFit.Fits;
    }

    private DefaultFit CheckAny(UnionSchema union, JsonValue value)
    {
        foreach (var branch in union.Branches)
        {
            if (Check(branch, value) is not DefaultFit.DoesNotFit and var fit)
                return fit;
        }
        return DefaultFit.DoesNotFit;
    }
}
