using System.Globalization;
using Registry.Converters.Connect;

namespace Registry.Converters.Configuration;

/// <summary>Values of options from the texts of a configuration.</summary>
internal static class OptionText
{
    /// <exception cref="ConfigException">The text is neither true nor false.</exception>
    public static bool Boolean(IReadOnlyDictionary<string, string> config, string name, bool @default)
    {
        if (!config.TryGetValue(name, out var text))
            return @default;
        return bool.TryParse(text, out var value) ? value : throw new ConfigException($"Invalid value {text} for configuration {name}: Expected value to be either true or false");
    }

    /// <exception cref="ConfigException">The text is no number, or too small a one.</exception>
    public static int Integer(IReadOnlyDictionary<string, string> config, string name, int @default, int least)
    {
        if (!config.TryGetValue(name, out var text))
            return @default;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : throw new ConfigException($"Invalid value {text} for configuration {name}: Not a number of at least {least}");
    }
}
