using Registry.Avro.Model;
using Registry.Converters.Connect;
using Registry.Schemas.Json;

namespace Registry.Converters.Avro;

/// <summary>Doc, version, parameters, default and name of a schema of Connect, from the properties of one of Avro (spec 3.4).</summary>
internal sealed class SchemaDetails(AvroDataOptions options)
{
    private readonly Dictionary<NamedSchema, JsonValue> _ofFields = [];

    public void AddTo(SchemaBuilder builder, AvroSchema schema, SchemaUse use)
    {
        AddDoc(builder, schema, use);
        AddVersion(builder, schema, use);
        AddParameters(builder, schema, use);
        AddDefault(builder, schema, use);
        AddName(builder, schema);
    }

    private void AddDoc(SchemaBuilder builder, AvroSchema schema, SchemaUse use)
    {
        var own = (schema.Property(AvroWords.Doc) as JsonString)?.Value;
        if (!options.DiscardTypeDocDefault)
        {
            if (options.ConnectMetaData && own is not null)
                builder.Doc(own);
            return;
        }
        var typeDoc = (schema as NamedSchema)?.Doc;
        if ((use.Field?.Doc ?? typeDoc ?? own) is { } doc)
            builder.Doc(doc);
        if (options.ConnectMetaData && typeDoc is not null)
            builder.Parameter(AvroWords.DiscardedRecordDoc, typeDoc);
    }

    private static void AddVersion(SchemaBuilder builder, AvroSchema schema, SchemaUse use)
    {
        var property = schema.Property(AvroWords.Version);
        if (property is not null and not JsonNumber)
            throw new DataException($"Invalid Connect version found: {property}");
        var own = builder.Build().Version;
        if ((property is JsonNumber number ? TypeNumbers.Int32(number) : use.Version) is not (>= 0 and var version))
            return;
        if (own is { } fixedVersion && fixedVersion != version)
            throw new DataException($"Mismatched versions: version already added to SchemaBuilder ({fixedVersion}) differs from version in source schema ({version})");
        builder.Version(version);
    }

    private void AddParameters(SchemaBuilder builder, AvroSchema schema, SchemaUse use)
    {
        if (options.ConnectMetaData)
            AddTexts(builder, schema.Property(AvroWords.Parameters));
        foreach (var (name, value) in schema.Properties)
        {
            if (name.StartsWith(AvroWords.PassedOn, StringComparison.Ordinal))
                builder.Parameter(name, (value as JsonString)?.Value ?? value.ToString());
        }
        if (options.ConnectMetaData)
            AddTexts(builder, ParametersOfField(schema, use));
    }

    // What a field says of a type that it uses as it is holds for later uses that say nothing, such as those as items.
    private JsonValue? ParametersOfField(AvroSchema schema, SchemaUse use)
    {
        var own = use.Field?.Properties.FirstOrDefault(property => property.Name == AvroWords.Parameters).Value;
        if (schema is not NamedSchema type)
            return own;
        if (own is not null && !use.IsOptional)
            _ofFields[type] = own;
        return own ?? _ofFields.GetValueOrDefault(type);
    }

    private static void AddTexts(SchemaBuilder builder, JsonValue? parameters)
    {
        if (parameters is null)
            return;
        foreach (var (name, value) in (parameters as JsonObject ?? throw new DataException($"Expected JSON object for schema parameters but found: {parameters}")).Properties)
            builder.Parameter(name, (value as JsonString ?? throw new DataException($"Expected schema parameter values to be strings but found: {value}")).Value);
    }

    private void AddDefault(SchemaBuilder builder, AvroSchema schema, SchemaUse use)
    {
        var typeDefault = schema.Property(AvroWords.Default);
        if (use.Default is not null && typeDefault is null && options is { ConnectMetaData: true, DiscardTypeDocDefault: false })
            builder.Parameter(AvroWords.FieldDefaultFlag, "true");
        if ((use.Default ?? typeDefault) is not { } json || json is JsonNull)
            return;
        try
        {
            if (ConnectDefaults.Read(schema, builder.Build(), json) is { IsNull: false } value)
                builder.Default(value);
        }
        // A default that fits nothing is left out: the field is worth more.
        catch (DataException)
        {
        }
    }

    private static void AddName(SchemaBuilder builder, AvroSchema schema)
    {
        var property = schema.Property(AvroWords.Name);
        if (property is not null and not JsonString)
            throw new DataException($"Invalid schema name: {property}");
        var own = builder.Build().Name;
        var name = (property as JsonString)?.Value ?? (own is null ? TypeName(schema) : null);
        if (name is null || name.StartsWith(AvroWords.DefaultName, StringComparison.Ordinal))
            return;
        if (own is not null && own != name)
            throw new DataException($"Mismatched names: name already added to SchemaBuilder ({own}) differs from name in source schema ({name})");
        builder.Name(name);
    }

    private static string? TypeName(AvroSchema schema) =>
        schema is NamedSchema named && !AvroToConnect.HasLogicalType(schema, LogicalTypes.DecimalName) ? named.Name.Full : null;
}
