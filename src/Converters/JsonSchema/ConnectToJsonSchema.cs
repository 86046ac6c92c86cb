using System.Globalization;
using System.Text;
using Registry.Converters.Connect;
using Registry.JsonSchema;
using Registry.Schemas;
using Registry.Schemas.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>One conversion of a schema of Connect to a JSON schema (spec 4.2).</summary>
internal sealed class ConnectToJsonSchema(JsonSchemaDataOptions options)
{
    private readonly JsonDataWriter _defaults = new(options);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <param name="schema">Null for values without a schema.</param>
    /// <exception cref="DataException">There is no such JSON schema.</exception>
    public static ParsedJsonSchema Convert(ConnectSchema? schema, JsonSchemaDataOptions options)
    {
        var json = schema is null ? new JsonObject([]) : new ConnectToJsonSchema(options).Of(schema, index: null);
        var text = JsonPrinter.Print(json, JsonNumberStyle.AsWritten);
        return new JsonSchemaFormat().Parse(text, [], Strictness.New).TryGet(out var parsed, out var error)
            ? (ParsedJsonSchema)parsed
            : throw new DataException($"The schema cannot be a JSON schema: {error.Text}");
    }

    private JsonObject Of(ConnectSchema schema, int? index)
    {
        if (schema.IsUnion())
            return UnionOf(schema, index);
        if (!schema.IsOptional)
            return RequiredOf(schema, index);
        List<JsonProperty> own = [new("oneOf", new JsonArray([Null(), RequiredOf(schema, index: null)]))];
        AddIndex(own, index);
        return new JsonObject(own);
    }

    private static JsonObject Null() => new([new("type", new JsonString("null"))]);

    private JsonObject UnionOf(ConnectSchema schema, int? index)
    {
        var members = new List<JsonValue>(schema.Fields.Count + 1);
        if (schema.IsOptional)
            members.Add(Null());
        foreach (var field in schema.Fields)
            members.Add(field.Schema.IsUnion() ? UnionOf(field.Schema.WithOptional(false), field.Index) : RequiredOf(field.Schema, field.Index));
        List<JsonProperty> own = [new("oneOf", new JsonArray(members))];
        AddIndex(own, index);
        return new JsonObject(own);
    }

    private JsonObject RequiredOf(ConnectSchema schema, int? index)
    {
        var target = schema.Target;
        List<JsonProperty> own = [];
        if (target.Parameter(JsonWords.Id) is { } id)
        {
            if (!_ids.Add(id))
                return new JsonObject([new("$ref", new JsonString(id))]);
            // The word of draft 4, which the reference writes and reads in every dialect.
            own.Add(new("id", new JsonString(id)));
        }
        else if (schema.IsReference)
        {
            throw new DataException($"The struct {target.Name} holds itself: it needs a parameter {JsonWords.Id} that names it, such as {JsonWords.IdPrefix}1");
        }
        AddType(own, target);
        AddMetaData(own, target);
        AddIndex(own, index);
        return new JsonObject(own);
    }

    private void AddType(List<JsonProperty> own, ConnectSchema schema)
    {
        if (schema.IsEnum())
        {
            own.Add(new("enum", new JsonArray([.. Symbols(schema)])));
            return;
        }
        if (schema.IsVariant())
            return;
        own.Add(new("type", new JsonString(TypeOf(schema))));
        if (schema.Type is <= ConnectType.Float64 or ConnectType.Bytes)
            own.Add(new(JsonWords.Type, new JsonString(schema.Type switch { ConnectType.Float32 => "float32", ConnectType.Float64 => "float64", _ => schema.Type.Word() })));
        switch (schema.Type)
        {
            case ConnectType.Array:
                own.Add(new("items", Of(schema.ValueSchema ?? throw Unknown(), index: null)));
                break;
            case ConnectType.Map:
                own.Add(new(JsonWords.Type, new JsonString(JsonWords.Map)));
                own.Add(schema.IsObjectMap() ? new("additionalProperties", Of(schema.ValueSchema ?? throw Unknown(), index: null)) : new("items", EntryOf(schema)));
                break;
            case ConnectType.Struct:
                own.Add(new("properties", new JsonObject(schema.Fields.Where(field => !IsForAdditional(field)).Select(field => new JsonProperty(field.Name, Of(field.Schema, field.Index))))));
                if (!options.ObjectAdditionalProperties)
                    own.Add(new("additionalProperties", new JsonBoolean(false)));
                break;
        }
    }

    private bool IsForAdditional(ConnectField field) => options.PreserveAdditionalProperties && JsonDataWriter.HoldsAdditional(field);

    private static DataException Unknown() => new("A collection whose elements have no schema cannot be a JSON schema");

    private string TypeOf(ConnectSchema schema) => schema.Type switch
    {
        <= ConnectType.Int64 => "integer",
        ConnectType.Float32 or ConnectType.Float64 => "number",
        ConnectType.Boolean => "boolean",
        ConnectType.Bytes when schema.Name == LogicalType.Decimal && options.DecimalFormat == Json.DecimalFormat.Numeric => "number",
        ConnectType.String or ConnectType.Bytes => "string",
        ConnectType.Array => "array",
        ConnectType.Map when !schema.IsObjectMap() => "array",
        _ => "object",
    };

    private IEnumerable<JsonValue> Symbols(ConnectSchema schema)
    {
        var prefix = $"{options.EnumParameter}.";
        foreach (var name in schema.Parameters!.Keys)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                yield return name[prefix.Length..] is var symbol && symbol == JsonWords.NullSymbol ? new JsonNull() : new JsonString(symbol);
        }
    }

    private JsonObject EntryOf(ConnectSchema map) => new(
    [
        new("type", new JsonString("object")),
        new("properties", new JsonObject(
        [
            new(JsonWords.Key, Of(map.KeySchema ?? throw Unknown(), 0)),
            new(JsonWords.Value, Of(map.ValueSchema ?? throw Unknown(), 1)),
        ])),
    ]);

    private void AddMetaData(List<JsonProperty> own, ConnectSchema schema)
    {
        if (schema.Name is { } name)
            own.Add(new("title", new JsonString(name)));
        if (schema.Doc is { } doc)
            own.Add(new("description", new JsonString(doc)));
        if (schema.Version is { } version)
            own.Add(new(JsonWords.Version, Number(version)));
        var parameters = (schema.Parameters ?? Enumerable.Empty<KeyValuePair<string, string>>())
            .Where(parameter => !parameter.Key.StartsWith(JsonWords.Prefix, StringComparison.Ordinal))
            .Select(parameter => new JsonProperty(parameter.Key, new JsonString(parameter.Value)))
            .ToList();
        if (parameters.Count > 0)
            own.Add(new(JsonWords.Parameters, new JsonObject(parameters)));
        if (!schema.DefaultValue.IsNull)
            own.Add(new("default", DefaultOf(schema)));
    }

    private JsonValue DefaultOf(ConnectSchema schema)
    {
        var text = Encoding.UTF8.GetString(_defaults.Write(schema, schema.DefaultValue)!);
        return JsonDocument.Read(text, JsonSyntax.Strict).TryGet(out var document, out var error) ? document.Root : throw new DataException($"The default of {schema} is no JSON: {error}");
    }

    private static void AddIndex(List<JsonProperty> own, int? index)
    {
        if (index is { } place)
            own.Add(new(JsonWords.Index, Number(place)));
    }

    private static JsonNumber Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));
}
