using System.Globalization;
using Registry.Avro.Model;
using Registry.Converters.Connect;
using Registry.Schemas.Json;
using LogicalType = Registry.Converters.Connect.LogicalType;

namespace Registry.Converters.Avro;

/// <summary>The properties that keep on a type of Avro what only Connect's schemas have (spec 3.2).</summary>
internal sealed class TypeProperties(AvroDataOptions options, AvroDefaults defaults)
{
    public void AddTo(List<JsonProperty> own, ConnectSchema schema)
    {
        AddLogicalType(own, schema);
        if (options.ConnectMetaData)
            AddMetaData(own, schema);
        foreach (var (name, value) in schema.Parameters ?? Enumerable.Empty<KeyValuePair<string, string>>())
        {
            if (name.StartsWith(AvroWords.PassedOn, StringComparison.Ordinal))
                own.Add(new(name, new JsonString(value)));
        }
    }

    /// <summary>The parameters as one property, if there are any.</summary>
    public void AddParameters(List<JsonProperty> own, ConnectSchema schema)
    {
        var parameters = (schema.Parameters ?? Enumerable.Empty<KeyValuePair<string, string>>())
            .Where(parameter => options.DiscardTypeDocDefault || parameter.Key != AvroWords.FieldDefaultFlag)
            .Select(parameter => new JsonProperty(parameter.Key, new JsonString(parameter.Value)))
            .ToList();
        if (parameters.Count > 0)
            own.Add(new(AvroWords.Parameters, new JsonObject(parameters)));
    }

    private void AddMetaData(List<JsonProperty> own, ConnectSchema schema)
    {
        if (schema.Doc is { } doc)
            own.Add(new(AvroWords.Doc, new JsonString(doc)));
        if (schema.Version is { } version)
            own.Add(new(AvroWords.Version, Number(version)));
        AddParameters(own, schema);
        if (!schema.DefaultValue.IsNull && schema.Parameter(AvroWords.FieldDefaultFlag) is null)
            own.Add(new(AvroWords.Default, defaults.Write(schema, schema.DefaultValue, widened: false)));
        if (schema.Name is { } name)
            own.Add(new(AvroWords.Name, new JsonString(name)));
        if (schema.Type is ConnectType.Int8 or ConnectType.Int16)
            own.Add(new(AvroWords.Type, new JsonString(schema.Type.Word())));
    }

    private static void AddLogicalType(List<JsonProperty> own, ConnectSchema schema)
    {
        switch (schema.Name)
        {
            case LogicalType.Decimal when schema.Type == ConnectType.Bytes:
                AddDecimal(own, schema);
                break;
            case LogicalType.Date when schema.Type == ConnectType.Int32:
                Add(own, "date");
                break;
            case LogicalType.Time when schema.Type == ConnectType.Int32:
                Add(own, "time-millis");
                break;
            case LogicalType.Timestamp when schema.Type == ConnectType.Int64:
                Add(own, "timestamp-millis");
                break;
            case LogicalType.Variant when schema.Type == ConnectType.Struct:
                Add(own, "variant");
                break;
        }
    }

    private static void AddDecimal(List<JsonProperty> own, ConnectSchema schema)
    {
        var scale = LogicalType.ScaleOf(schema);
        var precision = AvroWords.DefaultPrecision;
        if (schema.Parameter(AvroWords.DecimalPrecision) is { } text && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out precision))
            throw new DataException($"Invalid precision of a decimal: {text}");
        own.Add(new(LogicalTypes.Scale, Number(scale)));
        own.Add(new(LogicalTypes.Precision, Number(precision)));
        Add(own, LogicalTypes.DecimalName);
    }

    private static void Add(List<JsonProperty> own, string logicalType) => own.Add(new(LogicalTypes.Property, new JsonString(logicalType)));

    private static JsonNumber Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));
}
