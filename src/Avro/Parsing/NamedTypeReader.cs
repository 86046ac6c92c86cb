using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Reads definitions of records, enums and fixed types.</summary>
internal sealed class NamedTypeReader(ParsingState state, SchemaReader schemas)
{
    // The reference's bound: what its arrays can hold.
    private const int MaximumSize = int.MaxValue - 8;

    private readonly FieldReader _fields = new(state, schemas);

    public AvroSchema? ReadRecord(JsonObject json, string? @namespace, bool isError)
    {
        if (Attributes.ContainerProperties(json, state) is not { } properties || ReadAttributes(json, @namespace, properties) is not { } attributes)
            return null;
        if (json["fields"] is not JsonArray fieldsJson)
            return state.Fail($"Record has no fields: {json}", json["fields"] ?? json, Expected.Fields);
        var record = new RecordSchema(attributes, isError);
        // Visible to its own fields.
        state.Types.Define(record, json);
        if (_fields.ReadAll(fieldsJson, record) is not { } fields)
            return null;
        record.Complete(fields);
        state.Types.Holders.Add(record);
        return record;
    }

    public AvroSchema? ReadEnum(JsonObject json, string? @namespace)
    {
        if (ReadAttributes(json, @namespace, Attributes.EnumProperties(json)) is not { } attributes)
            return null;
        if (json["symbols"] is not JsonArray symbolsJson)
            return state.Fail($"Enum has no symbols: {json}", json["symbols"] ?? json, Expected.Symbols);
        if (ReadSymbols(symbolsJson) is not { } symbols)
            return null;
        var @default = Attributes.Text(json, "default");
        if (@default is not null && !symbols.Contains(@default))
            return state.Fail($"The Enum Default: {@default} is not in the enum symbol set: [{string.Join(", ", symbols)}]", json["default"]!, Expected.EnumDefault);
        return Defined(new EnumSchema(attributes, symbols, @default), json);
    }

    public AvroSchema? ReadFixed(JsonObject json, string? @namespace)
    {
        if (ReadAttributes(json, @namespace, Attributes.TypeProperties(json)) is not { } attributes)
            return null;
        if (json["size"] is not JsonNumber number || !number.TryGetInt32(out var size))
            return state.Fail($"Invalid or no size: {json}", json["size"] ?? json, Expected.Size);
        if (size is < 0 or > MaximumSize)
            return state.Fail(size < 0 ? $"Malformed data. Length is negative: {size}" : $"The size {size} is more than {MaximumSize}", number, Expected.Size);
        return Defined(new FixedSchema(attributes, size), json);
    }

    private NamedAttributes? ReadAttributes(JsonObject json, string? @namespace, IReadOnlyList<JsonProperty> properties)
    {
        if (Attributes.Text(json, "name") is not { } nameText)
        {
            state.Fail($"No name in schema: {json}", json["name"] ?? json, Expected.NameOfType);
            return null;
        }
        var name = AvroName.Of(nameText, Attributes.Text(json, "namespace") ?? @namespace);
        if (state.Names.FaultInType(name) is { } fault)
        {
            state.Fail(fault, json["name"]!, AvroKinds.ParsePrimitive(name.Simple) is null ? Expected.Name : Expected.NoPrimitiveName);
            return null;
        }
        if (state.Names.FaultInNamespace(name, @namespace) is { } namespaceFault)
        {
            state.Fail(namespaceFault, nameText.Contains('.', StringComparison.Ordinal) ? json["name"]! : json["namespace"]!, Expected.Name);
            return null;
        }
        return ReadAliases(json, name) is { } aliases ? new NamedAttributes(name, Attributes.Text(json, "doc"), aliases, properties) : null;
    }

    private List<AvroName>? ReadAliases(JsonObject json, AvroName name)
    {
        if (Attributes.Aliases(json, state) is not { } texts)
            return null;
        var aliases = new List<AvroName>(texts.Count);
        foreach (var text in texts)
        {
            // The reference reads ".X" as "X": an alias cannot leave the namespace for none.
            var alias = AvroName.Of(text.LastIndexOf('.') == 0 ? text[1..] : text, name.Namespace);
            if (state.Names.FaultInAlias(alias) is { } fault)
            {
                state.Fail(fault, json["aliases"]!, Expected.Name);
                return null;
            }
            if (!aliases.Contains(alias))
                aliases.Add(alias);
        }
        return aliases;
    }

    private List<string>? ReadSymbols(JsonArray json)
    {
        var symbols = new List<string>(json.Items.Count);
        var seen = new HashSet<string>(json.Items.Count, StringComparer.Ordinal);
        foreach (var item in json.Items)
        {
            var symbol = (item as JsonString)?.Value;
            if ((symbol is null ? "Null name" : state.Names.FaultInName(symbol)) is { } fault)
            {
                state.Fail(fault, item, Expected.Name);
                return null;
            }
            if (!seen.Add(symbol!))
            {
                state.Fail($"Duplicate enum symbol: {symbol}", item, Expected.DistinctSymbols);
                return null;
            }
            symbols.Add(symbol!);
        }
        return symbols;
    }

    private NamedSchema Defined(NamedSchema type, JsonValue at)
    {
        state.Types.Define(type, at);
        return type;
    }
}
