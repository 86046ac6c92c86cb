using Registry.Avro.Binary;
using Registry.Avro.Model;
using Registry.Avro.Values;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.JsonEncoding;

/// <summary>
/// Reads the JSON encoding. The fields of a record may stand in any order and must all be there; other properties are refused, since one
/// of them is most likely a field misspelt.
/// </summary>
public sealed class AvroJsonReader
{
    private FaultTrace? _fault;

    private AvroJsonReader()
    {
    }

    /// <summary>The value that the text is of the schema, or why it is none. Offsets of errors count UTF-16 units of the text.</summary>
    public static Result<AvroValue, AvroDataError> Read(AvroSchema schema, string text)
    {
        if (!JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out var document, out var fault))
            return new AvroDataError($"{fault.Message} (line {fault.Position.Line}, column {fault.Position.Column})", "/", 0);
        if (!text.AsSpan(document.End).IsWhiteSpace())
            return new AvroDataError("More text follows the value", "/", document.End);
        return Read(schema, document.Root);
    }

    /// <inheritdoc cref="Read(AvroSchema, string)"/>
    public static Result<AvroValue, AvroDataError> Read(AvroSchema schema, JsonValue json)
    {
        var reader = new AvroJsonReader();
        return reader.TryRead(schema, json, out var value) ? value : reader._fault!.ToError();
    }

    // As deep as the text nests, which reading JSON bounds.
    private bool TryRead(AvroSchema schema, JsonValue json, out AvroValue value) => (schema, json) switch
    {
        (UnionSchema union, _) => TryReadBranch(union, json, out value),
        (RecordSchema record, JsonObject fields) => TryReadRecord(record, fields, out value),
        (ArraySchema array, JsonArray items) => TryReadArray(array, items, out value),
        (MapSchema map, JsonObject entries) => TryReadMap(map, entries, out value),
        _ => JsonScalar.TryRead(schema, json, out value) || Fail(JsonScalar.Refusal(schema, json), json),
    };

    private bool TryReadBranch(UnionSchema union, JsonValue json, out AvroValue value)
    {
        value = default;
        var (name, inner) = json switch
        {
            JsonNull => (AvroKind.Null.Word(), json),
            JsonObject { Properties: [var only] } => (only.Name, only.Value),
            _ => ("", json),
        };
        for (var branch = 0; branch < union.Branches.Count; branch++)
        {
            if (union.Branches[branch].BranchName != name)
                continue;
            if (!TryRead(union.Branches[branch], inner, out value))
                return json is JsonObject ? FailIn(name) : false;
            value = value.InBranch(branch);
            return true;
        }
        return Fail($"Expected null or an object with the name of one of the branches {string.Join(", ", union.Branches.Select(branch => branch.BranchName))}", json);
    }

    private bool TryReadRecord(RecordSchema schema, JsonObject json, out AvroValue value)
    {
        value = default;
        var values = new AvroValue[schema.Fields.Count];
        foreach (var field in schema.Fields)
        {
            if (json[field.Name] is not { } given)
                return Fail($"The field {field.Name} is missing", json);
            if (!TryRead(field.Schema, given, out values[field.Position]))
                return FailIn(field.Name);
        }
        foreach (var property in json.Properties)
        {
            if (!schema.TryGetField(property.Name, out _))
                return Fail($"{schema.Name} has no field {property.Name}", property.Value);
        }
        value = AvroValue.Of(new AvroRecord(schema, values));
        return true;
    }

    private bool TryReadArray(ArraySchema schema, JsonArray json, out AvroValue value)
    {
        value = default;
        var items = new AvroValue[json.Items.Count];
        for (var at = 0; at < items.Length; at++)
        {
            if (!TryRead(schema.Items, json.Items[at], out items[at]))
                return FailIn(at.ToString());
        }
        value = AvroValue.OfArray(items);
        return true;
    }

    private bool TryReadMap(MapSchema schema, JsonObject json, out AvroValue value)
    {
        value = default;
        var entries = new KeyValuePair<string, AvroValue>[json.Properties.Count];
        for (var at = 0; at < entries.Length; at++)
        {
            var (key, given) = json.Properties[at];
            if (!TryRead(schema.Values, given, out var read))
                return FailIn(key);
            entries[at] = new KeyValuePair<string, AvroValue>(key, read);
        }
        value = AvroValue.Of(new AvroMap(entries));
        return true;
    }

    private bool Fail(string message, JsonValue at)
    {
        _fault ??= new FaultTrace(message, Math.Max(0, at.Offset));
        return false;
    }

    private bool FailIn(string step)
    {
        _fault?.Add(step);
        return false;
    }
}
