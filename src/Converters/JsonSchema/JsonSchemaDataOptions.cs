using Registry.Converters.Configuration;
using Registry.Converters.Connect;
using Registry.Converters.Json;

namespace Registry.Converters.JsonSchema;

/// <summary>How schemas and values of Connect become JSON schemas and JSON, and back (spec 4.1), by their names in a connector's configuration.</summary>
public sealed record JsonSchemaDataOptions
{
    /// <summary><c>schemas.cache.config</c>: how many schemas are kept in their converted form, for each direction.</summary>
    public int SchemasCacheSize { get; init; } = 1000;

    /// <summary><c>object.additional.properties</c>: whether written objects are open.</summary>
    public bool ObjectAdditionalProperties { get; init; } = true;

    /// <summary><c>use.optional.for.nonrequired</c>: properties that are not required become optional fields.</summary>
    public bool UseOptionalForNonrequired { get; init; }

    /// <summary><c>decimal.format</c>: BASE64 or NUMERIC.</summary>
    public DecimalFormat DecimalFormat { get; init; } = DecimalFormat.Base64;

    /// <summary><c>ignore.modern.dialects</c>: schemas of 2019-09 and 2020-12 are read as ones of draft 7.</summary>
    public bool IgnoreModernDialects { get; init; }

    /// <summary><c>generalized.sum.type.support</c>: enums and unions by the parameters that all converters share.</summary>
    public bool GeneralizedSumTypeSupport { get; init; }

    /// <summary><c>ignore.default.for.nullables</c>: a null is written as null, not as its field's default.</summary>
    public bool IgnoreDefaultForNullables { get; init; }

    /// <summary><c>flatten.singleton.unions</c>: a union of one schema is that schema.</summary>
    public bool FlattenSingletonUnions { get; init; } = true;

    /// <summary><c>preserve.additional.properties</c>: properties without fields are kept in a field of their own.</summary>
    public bool PreserveAdditionalProperties { get; init; }

    /// <summary>All names, those of Java's serializer of objects too: they say how schemas follow from classes, of which Connect has none.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "json.schema.spec.version", "json.oneof.for.nullables", "json.write.dates.iso8601", "json.default.property.inclusion", "json.fail.unknown.properties", "json.envelope.detection",
        "schemas.cache.config", "object.additional.properties", "use.optional.for.nonrequired", "decimal.format", "ignore.modern.dialects",
        "generalized.sum.type.support", "ignore.default.for.nullables", "flatten.singleton.unions", "preserve.additional.properties",
    ];

    /// <summary>The options of a configuration without prefixes; others in it are not looked at.</summary>
    /// <exception cref="ConfigException">A value is none that the option can have.</exception>
    public static JsonSchemaDataOptions From(IReadOnlyDictionary<string, string> config) => new()
    {
        SchemasCacheSize = OptionText.Integer(config, "schemas.cache.config", 1000, least: 1),
        ObjectAdditionalProperties = OptionText.Boolean(config, "object.additional.properties", true),
        UseOptionalForNonrequired = OptionText.Boolean(config, "use.optional.for.nonrequired", false),
        DecimalFormat = JsonConverterOptions.Format(config, "decimal.format"),
        IgnoreModernDialects = OptionText.Boolean(config, "ignore.modern.dialects", false),
        GeneralizedSumTypeSupport = OptionText.Boolean(config, "generalized.sum.type.support", false),
        IgnoreDefaultForNullables = OptionText.Boolean(config, "ignore.default.for.nullables", false),
        FlattenSingletonUnions = OptionText.Boolean(config, "flatten.singleton.unions", true),
        PreserveAdditionalProperties = OptionText.Boolean(config, "preserve.additional.properties", false),
    };

    /// <summary>The parameter by which schemas of Connect say that they are enums.</summary>
    internal string EnumParameter => GeneralizedSumTypeSupport ? JsonWords.GeneralEnum : JsonWords.Enum;
}
