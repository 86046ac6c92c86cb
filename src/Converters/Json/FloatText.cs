using System.Text.Json;
using Registry.Schemas.Json;

namespace Registry.Converters.Json;

/// <summary>Floating point numbers as JSON, in Java's notation: whole ones with a point, so that readers tell them from integers. What is not finite, in quotes.</summary>
internal static class FloatText
{
    public static void Write(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
            json.WriteRawValue(JavaNumber.Format(value), skipInputValidation: true);
        else
            json.WriteStringValue(NotFinite(value));
    }

    public static void Write(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteRawValue(JavaNumber.Format(value), skipInputValidation: true);
        else
            json.WriteStringValue(NotFinite(value));
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
