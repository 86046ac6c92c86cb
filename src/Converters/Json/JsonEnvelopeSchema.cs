using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>Schemas as the envelope holds them (spec 5), written and read.</summary>
internal sealed class JsonEnvelopeSchema(JsonPayloadWriter payloadWriter, JsonPayloadReader payloadReader)
{
    public void Write(Utf8JsonWriter json, ConnectSchema? schema, string? field = null)
    {
        if (schema is null)
        {
            json.WriteNullValue();
            return;
        }
        if (schema.IsReference)
            throw new DataException($"The struct {schema.Name} holds itself, which JSON with an envelope cannot say");
        json.WriteStartObject();
        json.WriteString("type", schema.Type.Word());
        WriteParts(json, schema);
        json.WriteBoolean("optional", schema.IsOptional);
        WriteAttributes(json, schema);
        if (field is not null)
            json.WriteString("field", field);
        json.WriteEndObject();
    }

    private void WriteParts(Utf8JsonWriter json, ConnectSchema schema)
    {
        switch (schema.Type)
        {
            case ConnectType.Array:
                WritePart(json, "items", schema.ValueSchema);
                break;
            case ConnectType.Map:
                WritePart(json, "keys", schema.KeySchema);
                WritePart(json, "values", schema.ValueSchema);
                break;
            case ConnectType.Struct:
                json.WriteStartArray("fields");
                foreach (var field in schema.Fields)
                    Write(json, field.Schema, field.Name);
                json.WriteEndArray();
                break;
        }
    }

    private void WritePart(Utf8JsonWriter json, string name, ConnectSchema? schema)
    {
        json.WritePropertyName(name);
        Write(json, schema);
    }

    private void WriteAttributes(Utf8JsonWriter json, ConnectSchema schema)
    {
        if (schema.Name is not null)
            json.WriteString("name", schema.Name);
        if (schema.Version is not null)
            json.WriteNumber("version", schema.Version.Value);
        if (schema.Doc is not null)
            json.WriteString("doc", schema.Doc);
        if (schema.Parameters is not null)
        {
            json.WriteStartObject("parameters");
            foreach (var (name, value) in schema.Parameters)
                json.WriteString(name, value);
            json.WriteEndObject();
        }
        if (schema.DefaultValue.IsNull)
            return;
        json.WritePropertyName("default");
        payloadWriter.Write(json, schema, schema.DefaultValue);
    }

    /// <exception cref="DataException">No schema, or a wrong one.</exception>
    public ConnectSchema? Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("type", out var word) || word.ValueKind != JsonValueKind.String)
            throw new DataException("Schema must contain 'type' field");
        var builder = ConnectTypes.Parse(word.GetString()!) switch
        {
            ConnectType.Array => SchemaBuilder.Array(ReadPart(json, "items", "Array schema did not specify the element type")),
            ConnectType.Map => SchemaBuilder.Map(ReadPart(json, "keys", "Map schema did not specify the key type"), ReadPart(json, "values", "Map schema did not specify the value type")),
            ConnectType.Struct => ReadFields(json),
            { } type => new SchemaBuilder(type),
            null => throw new DataException($"Unknown schema type: {word.GetString()}"),
        };
        ReadAttributes(builder, json);
        return builder.Build();
    }

    private ConnectSchema ReadPart(JsonElement json, string name, string missing) => json.TryGetProperty(name, out var part)
        ? Read(part) ?? throw new SchemaBuilderException(missing)
        : throw new DataException(missing);

    private SchemaBuilder ReadFields(JsonElement json)
    {
        if (!json.TryGetProperty("fields", out var fields) || fields.ValueKind != JsonValueKind.Array)
            throw new DataException("Struct schema's \"fields\" argument is not an array.");
        var builder = SchemaBuilder.Struct();
        foreach (var field in fields.EnumerateArray())
        {
            if (field.ValueKind != JsonValueKind.Object || !field.TryGetProperty("field", out var name) || name.ValueKind != JsonValueKind.String)
                throw new DataException("Struct schema's field name not specified properly");
            builder.Field(name.GetString()!, Read(field)!);
        }
        return builder;
    }

    // An attribute of another JSON type than it should have is ignored, except parameters.
    private void ReadAttributes(SchemaBuilder builder, JsonElement json)
    {
        if (json.TryGetProperty("optional", out var optional) && optional.ValueKind == JsonValueKind.True)
            builder.Optional();
        if (json.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            builder.Name(name.GetString()!);
        if (json.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number))
            builder.Version(number);
        if (json.TryGetProperty("doc", out var doc) && doc.ValueKind == JsonValueKind.String)
            builder.Doc(doc.GetString()!);
        if (json.TryGetProperty("parameters", out var parameters) && parameters.ValueKind == JsonValueKind.Object)
        {
            foreach (var parameter in parameters.EnumerateObject())
                builder.Parameter(parameter.Name, parameter.Value.ValueKind == JsonValueKind.String ? parameter.Value.GetString()! : throw new DataException("Schema parameters must have string values."));
        }
        if (json.TryGetProperty("default", out var @default))
            builder.Default(payloadReader.Read(builder.Build(), @default));
    }
}
