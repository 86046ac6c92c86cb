using Registry.Converters.Configuration;
using Registry.Converters.Connect;

namespace Registry.Converters.Json;

/// <summary>How decimals are written.</summary>
public enum DecimalFormat
{
    /// <summary>The unscaled number, big endian, in base 64.</summary>
    Base64,

    /// <summary>A JSON number.</summary>
    Numeric,
}

/// <summary>The options of <see cref="JsonConverter"/> (spec 5), by their names in a connector's configuration.</summary>
public sealed record JsonConverterOptions
{
    /// <summary><c>schemas.enable</c>: whether every value travels in an envelope with its schema.</summary>
    public bool SchemasEnable { get; init; } = true;

    /// <summary><c>schemas.cache.size</c>: how many schemas are kept in their written form, and how many as they were read.</summary>
    public int SchemasCacheSize { get; init; } = 1000;

    /// <summary><c>schema.content</c>: the schema of all values that are read, which then come without an envelope; null for none. Only with <see cref="SchemasEnable"/>.</summary>
    public string? SchemaContent { get; init; }

    /// <summary><c>decimal.format</c>: BASE64 or NUMERIC.</summary>
    public DecimalFormat DecimalFormat { get; init; } = DecimalFormat.Base64;

    /// <summary><c>replace.null.with.default</c>: whether a null of a schema with a default is that default.</summary>
    public bool ReplaceNullWithDefault { get; init; } = true;

    /// <summary>The options of a configuration without prefixes; others in it are not looked at.</summary>
    /// <exception cref="ConfigException">A value is none that the option can have.</exception>
    public static JsonConverterOptions From(IReadOnlyDictionary<string, string> config) => new()
    {
        SchemasEnable = OptionText.Boolean(config, "schemas.enable", true),
        SchemasCacheSize = OptionText.Integer(config, "schemas.cache.size", 1000, least: 0),
        SchemaContent = config.GetValueOrDefault("schema.content") is { Length: > 0 } content ? content : null,
        DecimalFormat = Format(config, "decimal.format"),
        ReplaceNullWithDefault = OptionText.Boolean(config, "replace.null.with.default", true),
    };

    /// <exception cref="ConfigException">No format has the name.</exception>
    internal static DecimalFormat Format(IReadOnlyDictionary<string, string> config, string name)
    {
        var text = config.TryGetValue(name, out var given) ? given : nameof(DecimalFormat.Base64);
        if (text.Equals("BASE64", StringComparison.OrdinalIgnoreCase))
            return DecimalFormat.Base64;
        return text.Equals("NUMERIC", StringComparison.OrdinalIgnoreCase)
            ? DecimalFormat.Numeric
            : throw new ConfigException($"Invalid value {text} for configuration {name}: String must be one of (case insensitive): BASE64, NUMERIC");
    }
}
