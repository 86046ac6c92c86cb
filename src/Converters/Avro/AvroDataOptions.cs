using Registry.Converters.Configuration;

namespace Registry.Converters.Avro;

/// <summary>How schemas and values of Connect become those of Avro, and back (spec 3.1), by their names in a connector's configuration.</summary>
public sealed record AvroDataOptions
{
    /// <summary><c>schemas.cache.config</c>: how many schemas are kept in their converted form, for each direction.</summary>
    public int SchemasCacheSize { get; init; } = 1000;

    /// <summary><c>connect.meta.data</c>: whether what only Connect's schemas have is kept in properties of Avro's.</summary>
    public bool ConnectMetaData { get; init; } = true;

    /// <summary><c>enhanced.avro.schema.support</c>: enums stay enums, and branches of unions are named in full.</summary>
    public bool EnhancedSchemaSupport { get; init; }

    /// <summary><c>generalized.sum.type.support</c>: enums and unions by the parameters that all converters share.</summary>
    public bool GeneralizedSumTypeSupport { get; init; }

    /// <summary><c>scrub.invalid.names</c>: names that Avro does not allow are changed to such that it does.</summary>
    public bool ScrubInvalidNames { get; init; }

    /// <summary><c>discard.type.doc.default</c>: docs and defaults are those of fields, not of their types.</summary>
    public bool DiscardTypeDocDefault { get; init; }

    /// <summary><c>allow.optional.map.keys</c>: maps of optional strings are maps.</summary>
    public bool AllowOptionalMapKeys { get; init; }

    /// <summary><c>flatten.singleton.unions</c>: a union of one branch is that branch.</summary>
    public bool FlattenSingletonUnions { get; init; } = true;

    /// <summary><c>ignore.default.for.nullables</c>: a null is written as null, not as its field's default.</summary>
    public bool IgnoreDefaultForNullables { get; init; }

    public static IReadOnlyList<string> Names { get; } =
    [
        "schemas.cache.config", "connect.meta.data", "enhanced.avro.schema.support", "generalized.sum.type.support", "scrub.invalid.names",
        "discard.type.doc.default", "allow.optional.map.keys", "flatten.singleton.unions", "ignore.default.for.nullables",
    ];

    /// <summary>The options of a configuration without prefixes; others in it are not looked at.</summary>
    /// <exception cref="Connect.ConfigException">A value is none that the option can have.</exception>
    public static AvroDataOptions From(IReadOnlyDictionary<string, string> config) => new()
    {
        SchemasCacheSize = OptionText.Integer(config, "schemas.cache.config", 1000, least: 1),
        ConnectMetaData = OptionText.Boolean(config, "connect.meta.data", true),
        EnhancedSchemaSupport = OptionText.Boolean(config, "enhanced.avro.schema.support", false),
        GeneralizedSumTypeSupport = OptionText.Boolean(config, "generalized.sum.type.support", false),
        ScrubInvalidNames = OptionText.Boolean(config, "scrub.invalid.names", false),
        DiscardTypeDocDefault = OptionText.Boolean(config, "discard.type.doc.default", false),
        AllowOptionalMapKeys = OptionText.Boolean(config, "allow.optional.map.keys", false),
        FlattenSingletonUnions = OptionText.Boolean(config, "flatten.singleton.unions", true),
        IgnoreDefaultForNullables = OptionText.Boolean(config, "ignore.default.for.nullables", false),
    };

    /// <summary>The parameter by which schemas of Connect say that they are enums.</summary>
    internal string EnumParameter => GeneralizedSumTypeSupport ? AvroWords.GeneralEnum : AvroWords.Enum;

    internal bool KeepsEnums => GeneralizedSumTypeSupport || EnhancedSchemaSupport;
}
