using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Schemas.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>Writes values as the JSON that their JSON schema describes (spec 4.4).</summary>
internal sealed class JsonDataWriter(JsonSchemaDataOptions options) : JsonValueWriter
{
    private static readonly JsonWriterOptions s_writing = new() { Encoder = JacksonEncoder.Supplementary, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <summary>The JSON of a value; null where the reference writes nothing.</summary>
    /// <exception cref="DataException">The value is none of the schema.</exception>
    public byte[]? Write(ConnectSchema? schema, in ConnectValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        return TryWrite(schema, value, output) ? output.WrittenSpan.ToArray() : null;
    }

    /// <inheritdoc cref="Write(ConnectSchema, in ConnectValue)"/>
    public bool TryWrite(ConnectSchema? schema, in ConnectValue value, IBufferWriter<byte> output)
    {
        if (IsLeftOut(schema, value))
            return false;
        var json = t_json ??= new Utf8JsonWriter(output, s_writing);
        json.Reset(output);
        Write(json, schema, value);
        json.Flush();
        return true;
    }

    /// <summary>Whether a field keeps the properties that its struct has no fields for.</summary>
    public static bool HoldsAdditional(ConnectField field) =>
        field.Name == JsonWords.AdditionalProperties && field.Schema is { Type: ConnectType.Map, KeySchema.Type: ConnectType.String, ValueSchema: { } values } && values.IsVariant();

    // Of a required value that is missing and has no default there is nothing to say, and the reference says nothing.
    private bool IsLeftOut(ConnectSchema? schema, in ConnectValue value) =>
        value.IsNull && (schema is null || (!schema.IsOptional && (schema.DefaultValue.IsNull || options.IgnoreDefaultForNullables)));

    public override void Write(Utf8JsonWriter json, ConnectSchema? schema, in ConnectValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (value.IsNull)
            WriteNull(json, schema);
        else if (schema is { IsLogical: true })
            JsonScalars.WriteLogical(json, schema, value, options.DecimalFormat);
        else if (schema is not null && value.Kind != schema.ValueKind)
            throw new DataException($"Invalid type for {schema.Type.UpperCaseWord()}: {value.ClassName}");
        else if (!JsonScalars.TryWrite(json, value))
            WriteParts(json, schema, value);
    }

    private void WriteNull(Utf8JsonWriter json, ConnectSchema? schema)
    {
        if (schema is { DefaultValue.IsNull: false } && !options.IgnoreDefaultForNullables)
            Write(json, schema, schema.DefaultValue);
        else
            json.WriteNullValue();
    }

    private void WriteParts(Utf8JsonWriter json, ConnectSchema? schema, in ConnectValue value)
    {
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
        if (schema?.IsObjectMap() ?? map.HasOnlyStringKeys())
        {
            json.WriteStartObject();
            WriteProperties(json, schema?.ValueSchema, map);
            json.WriteEndObject();
            return;
        }
        json.WriteStartArray();
        foreach (ref readonly var entry in map.Entries)
        {
            json.WriteStartObject();
            json.WritePropertyName(JsonWords.Key);
            Write(json, schema?.KeySchema, entry.Key);
            json.WritePropertyName(JsonWords.Value);
            Write(json, schema?.ValueSchema, entry.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    protected override string NameOf(in ConnectValue key) =>
        key.Kind == ConnectValueKind.String ? key.AsString() : throw new DataException($"Invalid type for STRING: {key.ClassName}");

    private void WriteStruct(Utf8JsonWriter json, ConnectSchema? schema, Struct value)
    {
        if (schema is not null && !ReferenceEquals(value.Schema, schema.Target) && !value.Schema.WithOptional(false).Equals(schema.Target.WithOptional(false)))
            throw new DataException("Mismatching schema.");
        if (value.Schema.IsVariant())
            VariantDecoding.Write(json, value.Slots[0].AsBytes(), value.Slots[1].AsBytes());
        else if (value.Schema.IsUnion())
            WriteUnion(json, value);
        else
            WriteObject(json, value);
    }

    private void WriteUnion(Utf8JsonWriter json, Struct value)
    {
        var fields = value.Schema.Fields;
        for (var at = 0; at < fields.Count; at++)
        {
            if (value.Slots[at].IsNull)
                continue;
            Write(json, fields[at].Schema, value.Slots[at]);
            return;
        }
        json.WriteNullValue();
    }

    private void WriteObject(Utf8JsonWriter json, Struct value)
    {
        json.WriteStartObject();
        var fields = value.Schema.FieldSpan;
        var slots = value.Slots;
        var names = value.Schema.FieldNames.Supplementary;
        var at = 0;
        try
        {
            for (; at < names.Length; at++)
            {
                ref readonly var slot = ref slots[at];
                if (options.PreserveAdditionalProperties && HoldsAdditional(fields[at]))
                {
                    if (!slot.IsNull)
                        WriteProperties(json, fields[at].Schema.ValueSchema, slot.AsMap());
                }
                else if (!IsLeftOut(fields[at].Schema, slot))
                {
                    json.WritePropertyName(names[at]);
                    Write(json, fields[at].Schema, slot);
                }
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
