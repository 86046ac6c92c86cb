using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>Reads a schema from JSON (spec 1.2). Null means that the state has a fault. Recursion is as deep as the JSON, which is bounded.</summary>
internal sealed class SchemaReader
{
    private readonly ParsingState _state;
    private readonly NamedTypeReader _namedTypes;

    public SchemaReader(ParsingState state)
    {
        _state = state;
        _namedTypes = new NamedTypeReader(state, this);
    }

    public AvroSchema? Read(JsonValue json, string? @namespace) => json switch
    {
        JsonString name => ReadName(name.Value, @namespace, json),
        JsonObject @object => ReadObject(@object, @namespace),
        JsonArray branches => ReadUnion(branches, @namespace),
        _ => _state.Fail($"Schema not yet supported: {json}", json, Expected.Schema),
    };

    private AvroSchema? ReadObject(JsonObject json, string? @namespace)
    {
        if (Attributes.Text(json, "type") is not { } type)
            return _state.Fail($"No type: {json}", json["type"] ?? json, Expected.Type(json));
        if (AvroKinds.ParsePrimitive(type) is { } primitive)
            return new PrimitiveSchema(primitive, Attributes.TypeProperties(json));
        return type switch
        {
            "record" or "error" => _namedTypes.ReadRecord(json, @namespace, isError: type == "error"),
            "enum" => _namedTypes.ReadEnum(json, @namespace),
            "fixed" => _namedTypes.ReadFixed(json, @namespace),
            "array" => ReadArray(json, @namespace),
            "map" => ReadMap(json, @namespace),
            _ => ReadName(type, @namespace, json["type"]!),
        };
    }

    private AvroSchema ReadName(string name, string? @namespace, JsonValue at) =>
        AvroKinds.ParsePrimitive(name) is { } primitive ? new PrimitiveSchema(primitive) : _state.Types.Refer(name, @namespace, at);

    private AvroSchema? ReadArray(JsonObject json, string? @namespace)
    {
        if (json["items"] is not { } itemsJson)
            return _state.Fail($"Array has no items type: {json}", json, Expected.Part(json, "items", "values"));
        return Read(itemsJson, @namespace) is { } items && Attributes.ContainerProperties(json, _state) is { } properties ? Held(new ArraySchema(items, properties)) : null;
    }

    private AvroSchema? ReadMap(JsonObject json, string? @namespace)
    {
        if (json["values"] is not { } valuesJson)
            return _state.Fail($"Map has no values type: {json}", json, Expected.Part(json, "values", "items"));
        return Read(valuesJson, @namespace) is { } values && Attributes.ContainerProperties(json, _state) is { } properties ? Held(new MapSchema(values, properties)) : null;
    }

    private AvroSchema? ReadUnion(JsonArray json, string? @namespace)
    {
        var branches = new AvroSchema[json.Items.Count];
        for (var at = 0; at < branches.Length; at++)
        {
            if (Read(json.Items[at], @namespace) is not { } branch)
                return null;
            branches[at] = branch;
        }
        var union = new UnionSchema(branches);
        if (branches.Any(branch => branch is UnresolvedName))
            _state.Types.UnlinkedUnions.Add((union, json));
        else if (UnionRules.FaultIn(union, json) is { } fault)
            return _state.Fail(fault.Message, fault.At, fault.Expected);
        return Held(union);
    }

    private T Held<T>(T holder)
        where T : AvroSchema, IHoldsSchemas
    {
        _state.Types.Holders.Add(holder);
        return holder;
    }
}
