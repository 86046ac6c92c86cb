using Registry.Avro.Model;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Reads the fields of records.</summary>
internal sealed class FieldReader(ParsingState state, SchemaReader schemas)
{
    /// <summary>All fields; null with the fault when one is wrong or two have one name.</summary>
    public RecordField[]? ReadAll(JsonArray json, RecordSchema record)
    {
        var fields = new RecordField[json.Items.Count];
        var byName = new Dictionary<string, RecordField>(fields.Length, StringComparer.Ordinal);
        for (var at = 0; at < fields.Length; at++)
        {
            if (Read(json.Items[at], at, record.Name.Namespace) is not { } field)
                return null;
            if (!byName.TryAdd(field.Name, field))
            {
                state.Fail($"Duplicate field {field.Name} in record {record.Name}: {FieldText.Of(field)} and {FieldText.Of(byName[field.Name])}.", json.Items[at], Expected.DistinctFields);
                return null;
            }
            fields[at] = field;
        }
        return fields;
    }

    private RecordField? Read(JsonValue value, int position, string? @namespace)
    {
        if (value is not JsonObject json || Attributes.Text(json, "name") is not { } name)
            return Fail($"No field name: {value}", value, Expected.Field);
        if (json["type"] is not { } type)
            return Fail($"No field type: {json}", json, Expected.Field);
        if (schemas.Read(type, @namespace) is not { } schema)
            return null;
        if (state.Names.FaultInName(name) is { } fault)
            return Fail(fault, json["name"]!, Expected.Name);
        if (!TryReadOrder(json, out var order) || !TryReadDefault(json, schema, out var @default) || Attributes.Aliases(json, state) is not { } aliases)
            return null;
        var field = new RecordField(name, position, schema)
        {
            Doc = Attributes.Text(json, "doc"),
            Default = @default,
            Order = order,
            Aliases = aliases,
            Properties = Attributes.FieldProperties(json),
        };
        return IsDefaultLegal(field, json) ? field : null;
    }

    private bool TryReadOrder(JsonObject json, out FieldOrder order)
    {
        order = FieldOrder.Ascending;
        if (json["order"] is not { } value)
            return true;
        foreach (var candidate in FieldOrders.All)
        {
            if (value is JsonString text && text.Value.Equals(candidate.Word(), StringComparison.OrdinalIgnoreCase))
            {
                order = candidate;
                return true;
            }
        }
        Fail($"Invalid order: {value}, expected \"ascending\", \"descending\" or \"ignore\"", value);
        return false;
    }

    // A number of a floating point field may be written as a string, the only way to say NaN.
    private bool TryReadDefault(JsonObject json, AvroSchema schema, out JsonValue? @default)
    {
        @default = json["default"];
        if (@default is not JsonString text || schema.Kind is not (AvroKind.Float or AvroKind.Double))
            return true;
        if (!JavaDoubleText.TryParse(text.Value, out var number))
        {
            Fail(text.Value.Trim().Length == 0 ? "empty String" : $"For input string: \"{text.Value}\"", text, Expected.NumberText);
            return false;
        }
        @default = new JsonNumber(number);
        return true;
    }

    private bool IsDefaultLegal(RecordField field, JsonObject json)
    {
        if (state.Strictness != Strictness.New || field.Default is null)
            return true;
        switch (state.Defaults.CheckField(field))
        {
            case DefaultFit.Fits:
                return true;
            case DefaultFit.NeedsUnfinishedRecord:
                Fail($"Schema fields not set yet: the default of field {field.Name} needs a type that is not fully defined before it", json["default"]!, Expected.FinishedRecord);
                return false;
            default:
                Fail($"Invalid default for field {field.Name}: {field.Default} not a {Printing.CanonicalPrinter.Print(field.Schema)}", json["default"]!, Expected.Default(field.Schema, field.Default));
                return false;
        }
    }

    private RecordField? Fail(string message, JsonValue at, string expected = "")
    {
        state.Fail(message, at, expected);
        return null;
    }
}
