using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Registry.Converters.Connect;
using Registry.JsonSchema.Model;
using Registry.Schemas.Json;
using JsonDocument = System.Text.Json.JsonDocument;

namespace Registry.Converters.JsonSchema;

/// <summary>One conversion of a JSON schema to a schema of Connect (spec 4.3).</summary>
internal sealed class JsonSchemaToConnect
{
    private readonly JsonSchemaDataOptions _options;
    private readonly JsonDataReader _defaults;
    private readonly Dictionary<SchemaNode, OpenStruct> _open = [];
    private readonly HashSet<SchemaNode> _following = [];
    private int _ids;
    private int _unions;

    private JsonSchemaToConnect(JsonSchemaDataOptions options) => (_options, _defaults) = (options, new JsonDataReader(options));

    /// <param name="version">That the registry gives it; null when that is not known.</param>
    /// <exception cref="DataException">Connect has no such schema.</exception>
    public static ConnectSchema Convert(SchemaNode schema, int? version, JsonSchemaDataOptions options) => new JsonSchemaToConnect(options).Of(schema, version, isOptional: false);

    private ConnectSchema Of(SchemaNode node, int? version, bool isOptional)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case ReferenceNode reference:
                return OfReference(reference.Target!, version, isOptional);
            case CombinedNode { Criterion: Criterion.AllOf } all:
                return OfAll(all, version, isOptional);
            case CombinedNode { Children: [var only] } when _options.FlattenSingletonUnions:
                return Of(only, version, isOptional);
            case CombinedNode { Children: [var first, var second] } when (first.Kind == NodeKind.Null) != (second.Kind == NodeKind.Null):
                return Of(first.Kind == NodeKind.Null ? second : first, null, isOptional: true);
            default:
                return Described(BuilderOf(node, null, ref isOptional), node, version, isOptional);
        }
    }

    // A struct within itself refers to the one that is being made.
    private ConnectSchema OfReference(SchemaNode target, int? version, bool isOptional)
    {
        if (_open.TryGetValue(target, out var open))
        {
            open.Id ??= JsonWords.IdPrefix + (++_ids).ToString(CultureInfo.InvariantCulture);
            return ConnectSchema.ReferTo(open.Reference, isOptional);
        }
        if (target is not ObjectNode)
            return Guarded(target, version, isOptional);
        var made = _open[target] = new OpenStruct();
        var built = Described(BuilderOf(target, made, ref isOptional), target, version, isOptional);
        _open.Remove(target);
        made.Reference.Target = built;
        return built;
    }

    // What refers to itself without a struct between has no end.
    private ConnectSchema Guarded(SchemaNode target, int? version, bool isOptional)
    {
        if (!_following.Add(target))
            throw new DataException("The schema refers to itself without an object between, which Connect has no schema for");
        var built = Of(target, version, isOptional);
        _following.Remove(target);
        return built;
    }

    private SchemaBuilder BuilderOf(SchemaNode node, OpenStruct? open, ref bool isOptional)
    {
        switch (node)
        {
            case NumberNode number:
                return ScalarBuilder(TypeOf(number) ?? (number.IsInteger ? "int64" : "float64"));
            case StringNode:
                return new SchemaBuilder(TypeOf(node) == JsonWords.Bytes ? ConnectType.Bytes : ConnectType.String);
            case EnumNode @enum:
                return EnumBuilder(@enum.Values.Items);
            case ConstNode @const:
                return EnumBuilder([@const.Value]);
            case CombinedNode combined:
                isOptional |= combined.Children.Any(child => child.Kind == NodeKind.Null);
                return UnionBuilder(combined);
            case ArrayNode array:
                return ArrayBuilder(array);
            case ObjectNode @object:
                return ObjectBuilder(@object, open);
            case { Kind: NodeKind.Boolean }:
                return new SchemaBuilder(ConnectType.Boolean);
            case { Kind: NodeKind.Empty or NodeKind.True }:
                return LogicalType.VariantBuilder();
            default:
                throw new DataException($"Unsupported schema type {node.Kind}");
        }
    }

    private static SchemaBuilder ScalarBuilder(string type) => new(type switch
    {
        "float32" => ConnectType.Float32,
        "float64" => ConnectType.Float64,
        _ => ConnectTypes.Parse(type) is { } known and (<= ConnectType.Int64 or ConnectType.Bytes) ? known : throw new DataException($"Unsupported type {type}"),
    });

    private static JsonValue? Property(SchemaNode node, string name) => node.IsPart ? null : (node.Source as JsonObject)?[name];

    private static string? TypeOf(SchemaNode node) => (Property(node, JsonWords.Type) as JsonString)?.Value;

    private SchemaBuilder EnumBuilder(IReadOnlyList<JsonValue> values)
    {
        var builder = new SchemaBuilder(ConnectType.String).Parameter(_options.EnumParameter, "");
        for (var ordinal = 0; ordinal < values.Count; ordinal++)
        {
            var symbol = values[ordinal] switch { JsonNull => JsonWords.NullSymbol, JsonString text => text.Value, var other => other.ToString() };
            builder.Parameter($"{_options.EnumParameter}.{symbol}", _options.GeneralizedSumTypeSupport ? ordinal.ToString(CultureInfo.InvariantCulture) : symbol);
        }
        return builder;
    }

    private SchemaBuilder UnionBuilder(CombinedNode union)
    {
        var builder = SchemaBuilder.Struct();
        var prefix = JsonWords.UnionField;
        if (_options.GeneralizedSumTypeSupport)
        {
            var name = JsonWords.GeneralUnionName + (_unions++).ToString(CultureInfo.InvariantCulture);
            builder.Name(name).Parameter(JsonWords.GeneralUnion, name);
            prefix = JsonWords.GeneralUnionField;
        }
        else
        {
            builder.Name(JsonWords.Union);
        }
        var index = 0;
        foreach (var child in union.Children.Where(child => child.Kind != NodeKind.Null))
            builder.Field(prefix + (index++).ToString(CultureInfo.InvariantCulture), Of(child, null, isOptional: true));
        return builder;
    }

    private SchemaBuilder ArrayBuilder(ArrayNode array)
    {
        if (array.AllItems is not { } items)
            throw new DataException("Array schema did not specify the items type");
        if (TypeOf(array) == JsonWords.Map && items is ObjectNode entry && entry.Properties.TryGetValue(JsonWords.Key, out var key) && entry.Properties.TryGetValue(JsonWords.Value, out var value))
            return SchemaBuilder.Map(Of(key, null, isOptional: false), Of(value, null, isOptional: false));
        return SchemaBuilder.Array(Of(items, null, isOptional: false));
    }

    private SchemaBuilder ObjectBuilder(ObjectNode node, OpenStruct? open)
    {
        if (TypeOf(node) == JsonWords.Map)
            return SchemaBuilder.Map(ConnectSchema.String, Of(node.Additional.Schema ?? throw new DataException("A map did not specify the schema of its values"), null, isOptional: false));
        var builder = SchemaBuilder.Struct();
        AddFields(builder, node.Properties, node.Required);
        if (_options.PreserveAdditionalProperties && !node.Additional.IsClosed)
            AddAdditional(builder, node.Properties.ContainsKey(JsonWords.AdditionalProperties));
        if (open?.Id is { } id)
            builder.Parameter(JsonWords.Id, id);
        return builder;
    }

    private static void AddAdditional(SchemaBuilder builder, bool isTaken)
    {
        if (isTaken)
            throw new DataException($"The property {JsonWords.AdditionalProperties} has a name that preserve.additional.properties takes");
        var variant = LogicalType.VariantBuilder().Build();
        builder.Field(JsonWords.AdditionalProperties, SchemaBuilder.Map(ConnectSchema.String, variant).Optional().Build());
    }

    // Those that say their place first, by it; the others in the order of the text.
    private void AddFields(SchemaBuilder builder, IEnumerable<KeyValuePair<string, SchemaNode>> properties, IReadOnlySet<string> required)
    {
        foreach (var (name, schema) in properties.OrderBy(property => IndexOf(property.Value) ?? double.PositiveInfinity))
            builder.Field(name, Of(schema, null, _options.UseOptionalForNonrequired && !required.Contains(name)));
    }

    private static double? IndexOf(SchemaNode node) => Property(node, JsonWords.Index) is JsonNumber index ? index.ToDouble() : null;

    private ConnectSchema OfAll(CombinedNode all, int? version, bool isOptional)
    {
        var properties = new OrderedDictionary<string, SchemaNode>(StringComparer.Ordinal);
        var required = new HashSet<string>(StringComparer.Ordinal);
        AllOfMembers.Collect(all, properties, required);
        if (properties.Count > 0)
        {
            var builder = SchemaBuilder.Struct();
            AddFields(builder, properties, required);
            return isOptional ? builder.Optional().Build() : builder.Build();
        }
        return Of(AllOfMembers.Decisive(all) ?? throw new DataException("Unsupported criterion allOf: none of its schemas says what the values are"), version, isOptional);
    }

    private ConnectSchema Described(SchemaBuilder builder, SchemaNode node, int? version, bool isOptional)
    {
        if (!node.IsPart)
            AddDetails(builder, node, version);
        if (!node.IsPart && Property(node, "default") is { } @default)
            AddDefault(builder, @default);
        return isOptional ? builder.Optional().Build() : builder.Build();
    }

    private static void AddDetails(SchemaBuilder builder, SchemaNode node, int? version)
    {
        if (node.Annotations.Title is { } title && builder.Build().Name is null)
            builder.Name(title);
        if (Property(node, JsonWords.Version) is JsonNumber own && own.TryGetInt32(out var number))
            builder.Version(number);
        else if (version is { } registered)
            builder.Version(registered);
        if (node.Annotations.Description is { } description)
            builder.Doc(description);
        if (Property(node, JsonWords.Parameters) is JsonObject parameters)
            builder.Parameters(parameters.Properties.Select(parameter => KeyValuePair.Create(parameter.Name, (parameter.Value as JsonString)?.Value ?? parameter.Value.ToString())));
    }

    private void AddDefault(SchemaBuilder builder, JsonValue @default)
    {
        using var json = JsonDocument.Parse(JsonPrinter.Print(@default, JsonNumberStyle.AsWritten), new JsonDocumentOptions { MaxDepth = 1000 });
        var schema = builder.Build();
        // The reference takes for 0 what is no number; a default may be so old that nobody can change it.
        var value = schema.Type <= ConnectType.Float64 && json.RootElement.ValueKind == JsonValueKind.String
            ? ReadZero(schema)
            : _defaults.Read(schema, json.RootElement);
        if (value.Kind == ConnectValueKind.Decimal)
            value = ConnectValue.Of(value.AsDecimal().WithScale(LogicalType.ScaleOf(schema)));
        if (!value.IsNull)
            builder.Default(value);
    }

    private ConnectValue ReadZero(ConnectSchema schema)
    {
        using var zero = JsonDocument.Parse("0");
        return _defaults.Read(schema, zero.RootElement);
    }

    private sealed class OpenStruct
    {
        public StructReference Reference { get; } = new();

        public string? Id { get; set; }
    }
}
