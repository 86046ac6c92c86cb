using System.Text.Json;

namespace Registry.Converters.Json;

/// <summary>Floating point numbers as JSON: what is not finite, in quotes.</summary>
internal static class FloatText
{
    public static void Write(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(NotFinite(value));
    }

    public static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(NotFinite(value));
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
