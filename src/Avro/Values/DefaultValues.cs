using System.Text;
using Registry.Avro.Model;
using Registry.Avro.Parsing;
using Registry.Schemas.Json;

namespace Registry.Avro.Values;

/// <summary>
/// Values of the defaults of fields (spec 1.4). Stored schemas may hold defaults that fit nothing; those have no value, and
/// whoever needs one is told so.
/// </summary>
internal sealed class DefaultValues
{
    // Defaults of records fall back on those of their fields, which can go in circles.
    private const int MaximumDepth = 100;

    private readonly DefaultRules _rules = new();
    private int _depth;

    /// <summary>The value of a field's default; false when it has none or it does not fit the field's schema.</summary>
    public static bool TryMake(RecordField field, out AvroValue value)
    {
        value = default;
        return field.Default is not null && new DefaultValues().TryMake(field.Schema, field.Default, out value);
    }

    private bool TryMake(AvroSchema schema, JsonValue json, out AvroValue value)
    {
        value = default;
        if (_depth >= MaximumDepth)
            return false;
        _depth++;
        var made = (schema, json) switch
        {
            (UnionSchema union, _) => TryMakeBranch(union, json, out value),
            (RecordSchema record, JsonObject fields) => TryMakeRecord(record, fields, out value),
            (ArraySchema array, JsonArray items) => TryMakeArray(array, items, out value),
            (MapSchema map, JsonObject entries) => TryMakeMap(map, entries, out value),
            _ => TryMakeScalar(schema, json, out value),
        };
        _depth--;
        return made;
    }

    private bool TryMakeBranch(UnionSchema union, JsonValue json, out AvroValue value)
    {
        for (var branch = 0; branch < union.Branches.Count; branch++)
        {
            if (_rules.Check(union.Branches[branch], json) == DefaultFit.Fits && TryMake(union.Branches[branch], json, out value))
            {
                value = value.InBranch(branch);
                return true;
            }
        }
        value = default;
        return false;
    }

    private bool TryMakeRecord(RecordSchema record, JsonObject json, out AvroValue value)
    {
        var values = new AvroValue[record.Fields.Count];
        value = default;
        foreach (var field in record.Fields)
        {
            if ((json[field.Name] ?? field.Default) is not { } given || !TryMake(field.Schema, given, out values[field.Position]))
                return false;
        }
        value = AvroValue.Of(new AvroRecord(record, values));
        return true;
    }

    private bool TryMakeArray(ArraySchema array, JsonArray json, out AvroValue value)
    {
        var items = new AvroValue[json.Items.Count];
        value = default;
        for (var at = 0; at < items.Length; at++)
        {
            if (!TryMake(array.Items, json.Items[at], out items[at]))
                return false;
        }
        value = AvroValue.OfArray(items);
        return true;
    }

    private bool TryMakeMap(MapSchema map, JsonObject json, out AvroValue value)
    {
        var entries = new KeyValuePair<string, AvroValue>[json.Properties.Count];
        value = default;
        for (var at = 0; at < entries.Length; at++)
        {
            var (key, given) = json.Properties[at];
            if (!TryMake(map.Values, given, out var made))
                return false;
            entries[at] = new KeyValuePair<string, AvroValue>(key, made);
        }
        value = AvroValue.Of(new AvroMap(entries));
        return true;
    }

    private static bool TryMakeScalar(AvroSchema schema, JsonValue json, out AvroValue value)
    {
        AvroValue? made = (schema, json) switch
        {
            ({ Kind: AvroKind.Null }, JsonNull) => AvroValue.Null,
            ({ Kind: AvroKind.Boolean }, JsonBoolean boolean) => AvroValue.Of(boolean.Value),
            ({ Kind: AvroKind.Int }, JsonNumber number) => number.TryGetInt32(out var small) ? AvroValue.Of(small) : null,
            ({ Kind: AvroKind.Long }, JsonNumber number) => number.TryGetInt64(out var large) ? AvroValue.Of(large) : null,
            ({ Kind: AvroKind.Float }, JsonNumber number) => AvroValue.Of((float)number.ToDouble()),
            ({ Kind: AvroKind.Double }, JsonNumber number) => AvroValue.Of(number.ToDouble()),
            ({ Kind: AvroKind.String }, JsonString text) => AvroValue.Of(text.Value),
            ({ Kind: AvroKind.Bytes }, JsonString text) => AvroValue.OfBytes(Encoding.Latin1.GetBytes(text.Value)),
            (FixedSchema type, JsonString text) => AvroValue.OfFixed(Sized(Encoding.Latin1.GetBytes(text.Value), type.Size)),
            (EnumSchema type, JsonString text) => type.TryGetOrdinal(text.Value, out var ordinal) ? AvroValue.OfEnum(type, ordinal) : null,
            _ => null,
        };
        value = made.GetValueOrDefault();
        return made.HasValue;
    }

    // As in the Java library: what is missing is zero, what is too much is cut off.
    private static byte[] Sized(byte[] bytes, int size)
    {
        Array.Resize(ref bytes, size);
        return bytes;
    }
}
