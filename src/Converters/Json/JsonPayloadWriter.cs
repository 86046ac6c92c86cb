using System.Runtime.CompilerServices;
using System.Text.Json;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>Writes values as payloads (spec 5).</summary>
internal sealed class JsonPayloadWriter(JsonConverterOptions options) : JsonValueWriter
{
    public override void Write(Utf8JsonWriter json, ConnectSchema? schema, in ConnectValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.IsNull)
            WriteNull(json, schema);
        else if (schema is { IsLogical: true })
            JsonScalars.WriteLogical(json, schema, value, options.DecimalFormat);
        else if (schema is not null && value.Kind != schema.ValueKind)
            throw new DataException($"Invalid type for {schema.Type.UpperCaseWord()}: {value.ClassName}");
        else
            WritePlain(json, schema, value);
    }

    private void WriteNull(Utf8JsonWriter json, ConnectSchema? schema)
    {
        if (schema is { DefaultValue.IsNull: false } && options.ReplaceNullWithDefault)
            Write(json, schema, schema.DefaultValue);
        else if (schema is null or { IsOptional: true })
            json.WriteNullValue();
        else
            throw new DataException("Conversion error: null value for field that is required and has no default value");
    }

    private void WritePlain(Utf8JsonWriter json, ConnectSchema? schema, in ConnectValue value)
    {
        if (JsonScalars.TryWrite(json, value))
            return;
        switch (value.Kind)
        {
            case ConnectValueKind.Array:
                WriteArray(json, schema?.ValueSchema, value.AsArray());
                break;
            case ConnectValueKind.Map:
                WriteMap(json, schema, value.AsMap());
                break;
            case ConnectValueKind.Struct:
                WriteStruct(json, schema, value.AsStruct());
                break;
            default:
                throw new DataException($"Java class {value.ClassName} does not have corresponding schema type.");
        }
    }

    private void WriteMap(Utf8JsonWriter json, ConnectSchema? schema, ConnectMap map)
    {
        if (schema is null ? map.HasOnlyStringKeys() : schema.KeySchema!.Type == ConnectType.String)
        {
            json.WriteStartObject();
            WriteProperties(json, schema?.ValueSchema, map);
            json.WriteEndObject();
            return;
        }
        json.WriteStartArray();
        foreach (ref readonly var entry in map.Entries)
        {
            json.WriteStartArray();
            Write(json, schema?.KeySchema, entry.Key);
            Write(json, schema?.ValueSchema, entry.Value);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    protected override string NameOf(in ConnectValue key) => key.Kind switch
    {
        ConnectValueKind.String => key.AsString(),
        ConnectValueKind.Null => "null",
        _ => throw new DataException($"Invalid type for STRING: {key.ClassName}"),
    };

    private void WriteStruct(Utf8JsonWriter json, ConnectSchema? schema, Struct value)
    {
        // Compared by reference first; equal texts built twice are equal schemas.
        if (schema is not null && !ReferenceEquals(value.Schema, schema.Target) && !value.Schema.Equals(schema))
            throw new DataException("Mismatching schema.");
        json.WriteStartObject();
        var fields = value.Schema.FieldSpan;
        var slots = value.Slots;
        var names = value.Schema.FieldNames.Escaped;
        var at = 0;
        try
        {
            for (; at < names.Length; at++)
            {
                json.WritePropertyName(names[at]);
                Write(json, fields[at].Schema, slots[at]);
            }
        }
        catch (DataException e)
        {
            e.IsIn(fields[at].Name);
            throw;
        }
        json.WriteEndObject();
    }
}
