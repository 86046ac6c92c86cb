using System.Globalization;
using Registry.Avro;
using Registry.Converters.Connect;
using Registry.Schemas.Json;

namespace Registry.Converters.Avro;

/// <summary>One conversion of a schema of Connect to one of Avro (spec 3.2): made as JSON, which the format then reads and checks.</summary>
internal sealed class ConnectToAvro
{
    private readonly AvroDataOptions _options;
    private readonly AvroDefaults _defaults;
    private readonly TypeProperties _properties;
    private readonly DefinedTypes _defined;

    private ConnectToAvro(AvroDataOptions options)
    {
        _options = options;
        _defaults = new AvroDefaults(options);
        _properties = new TypeProperties(options, _defaults);
        _defined = new DefinedTypes(options);
    }

    /// <param name="schema">Null for values without a schema.</param>
    /// <exception cref="DataException">Avro has no such schema: an illegal name, two types of one name, a union of equal branches.</exception>
    public static ParsedAvroSchema Convert(ConnectSchema? schema, AvroDataOptions options)
    {
        if (schema is null)
            return AnythingSchema.Parsed;
        var text = JsonPrinter.Print(new ConnectToAvro(options).TypeOf(schema), JsonNumberStyle.AsWritten);
        return AvroFormat.Parse(text).TryGet(out var parsed, out var error) ? parsed : throw new DataException($"The schema cannot be one of Avro: {error.Text}");
    }

    private JsonValue TypeOf(ConnectSchema schema)
    {
        if (schema.IsUnion())
            return UnionOf(schema);
        var type = RequiredTypeOf(schema);
        if (!schema.IsOptional)
            return type;
        var @null = new JsonString("null");
        return new JsonArray(schema.DefaultValue.IsNull ? [@null, type] : [type, @null]);
    }

    private JsonArray UnionOf(ConnectSchema schema)
    {
        var branches = new List<JsonValue>(schema.Fields.Count + 1);
        if (schema.IsOptional)
            branches.Add(new JsonString("null"));
        foreach (var field in schema.Fields)
            branches.Add(field.Schema.IsUnion() ? throw new DataException($"A union cannot hold another as {field.Name}") : RequiredTypeOf(field.Schema));
        return new JsonArray(branches);
    }

    private JsonValue RequiredTypeOf(ConnectSchema schema)
    {
        if (schema.Type == ConnectType.Struct)
            return Named(schema, RecordOf);
        if (schema.IsEnum(_options))
            return Named(schema, EnumOf);
        if (schema.IsFixed())
            return Named(schema, FixedOf);
        var own = schema.Type switch
        {
            ConnectType.Array => [new("type", new JsonString("array")), new("items", TypeOf(schema.ValueSchema ?? throw Unknown()))],
            ConnectType.Map when schema.IsStringMap(_options) => [new("type", new JsonString("map")), new("values", TypeOf(schema.ValueSchema ?? throw Unknown()))],
            ConnectType.Map => [new("type", new JsonString("array")), new("items", MapEntryOf(schema))],
            _ => (List<JsonProperty>)[new("type", new JsonString(PrimitiveOf(schema.Type)))],
        };
        var count = own.Count;
        _properties.AddTo(own, schema);
        return own.Count == 1 && count == 1 ? own[0].Value : new JsonObject(own);
    }

    private static DataException Unknown() => new("A collection whose elements have no schema cannot be one of Avro");

    private static string PrimitiveOf(ConnectType type) => type switch
    {
        ConnectType.Int64 => "long",
        ConnectType.Float32 => "float",
        ConnectType.Float64 => "double",
        ConnectType.Boolean => "boolean",
        ConnectType.String => "string",
        ConnectType.Bytes => "bytes",
        _ => "int",
    };

    private JsonValue Named(ConnectSchema schema, Func<ConnectSchema, List<JsonProperty>> define)
    {
        // Its own type where it stands for itself within itself.
        var target = schema.Target;
        if (!_defined.TryDefine(target, out var name))
            return new JsonString(name);
        List<JsonProperty> own = [];
        var at = name.LastIndexOf('.');
        own.Add(new("name", new JsonString(name[(at + 1)..])));
        own.Add(new("namespace", new JsonString(at < 0 ? "" : name[..at])));
        own.AddRange(define(target));
        _properties.AddTo(own, target);
        return new JsonObject(own);
    }

    private List<JsonProperty> EnumOf(ConnectSchema schema)
    {
        var parameter = _options.EnumParameter;
        var parameters = schema.Parameters!;
        var symbols = parameters.Keys.Where(key => key.StartsWith($"{parameter}.", StringComparison.Ordinal)).Select(JsonValue (key) => new JsonString(key[(parameter.Length + 1)..]));
        List<JsonProperty> own = [new("type", new JsonString("enum")), new("symbols", new JsonArray([.. symbols]))];
        var simple = schema.Name is { } name ? name[(name.LastIndexOf('.') + 1)..] : "";
        AddText(own, "doc", schema.Parameter(_options.DiscardTypeDocDefault ? AvroWords.DiscardedEnumDoc : AvroWords.EnumDocPrefix + simple));
        AddText(own, "default", schema.Parameter(AvroWords.EnumDefaultPrefix + simple));
        return own;
    }

    private static List<JsonProperty> FixedOf(ConnectSchema schema) =>
        [new("type", new JsonString("fixed")), new("size", new JsonNumber(schema.FixedSize().ToString(CultureInfo.InvariantCulture)))];

    private List<JsonProperty> RecordOf(ConnectSchema schema)
    {
        List<JsonProperty> own = [new("type", new JsonString("record"))];
        AddText(own, "doc", schema.Parameter(_options.DiscardTypeDocDefault ? AvroWords.DiscardedRecordDoc : AvroWords.RecordDoc));
        own.Add(new("fields", new JsonArray([.. schema.Fields.Select(JsonValue (field) => FieldOf(
            field.Name, field.Schema, _options.DiscardTypeDocDefault ? field.Schema.Doc : schema.Parameter(AvroWords.FieldDocPrefix + field.Name)))])));
        return own;
    }

    private JsonValue MapEntryOf(ConnectSchema map)
    {
        if (!_defined.TryDefineEntry(map, out var name))
            return new JsonString(name);
        var at = name.LastIndexOf('.');
        List<JsonProperty> own =
        [
            new("type", new JsonString("record")),
            new("name", new JsonString(name[(at + 1)..])),
            new("namespace", new JsonString(at < 0 ? "" : name[..at])),
            new("fields", new JsonArray([FieldOf(AvroWords.Key, map.KeySchema ?? throw Unknown(), null), FieldOf(AvroWords.Value, map.ValueSchema ?? throw Unknown(), null)])),
        ];
        if (map.Name is not null)
            AddText(own, AvroWords.InternalType, AvroWords.MapEntry);
        return new JsonObject(own);
    }

    private JsonObject FieldOf(string name, ConnectSchema schema, string? doc)
    {
        var isKnown = _defined.Contains(schema);
        var type = TypeOf(schema);
        List<JsonProperty> own = [new("name", new JsonString(_options.ScrubInvalidNames ? NameScrubbing.Scrub(name) : name)), new("type", type)];
        AddText(own, "doc", doc);
        if (DefaultOf(schema, type) is { } @default)
            own.Add(new("default", @default));
        // The type is written once; what this use of it adds is kept here.
        if (isKnown && _options.ConnectMetaData)
            _properties.AddParameters(own, schema);
        return new JsonObject(own);
    }

    // A default that Avro does not take is left out: the field is worth more than its default.
    private JsonValue? DefaultOf(ConnectSchema schema, JsonValue type)
    {
        if (schema.DefaultValue.IsNull)
            return schema.IsOptional ? new JsonNull() : null;
        var @default = _defaults.Write(schema, schema.DefaultValue, widened: true);
        return DefaultCheck.Fits(type, @default) ? @default : null;
    }

    private static void AddText(List<JsonProperty> own, string name, string? text)
    {
        if (text is not null)
            own.Add(new(name, new JsonString(text)));
    }
}
