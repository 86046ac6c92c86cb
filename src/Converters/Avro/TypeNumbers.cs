using System.Globalization;
using Registry.Converters.Connect;
using Registry.Schemas.Json;

namespace Registry.Converters.Avro;

/// <summary>Numbers from the properties of types.</summary>
internal static class TypeNumbers
{
    /// <summary>A whole number; of one with a fraction that is cut off.</summary>
    /// <exception cref="DataException">It is out of range.</exception>
    public static int Int32(JsonNumber number) => number.ToDouble() is >= int.MinValue and <= int.MaxValue and var value
        ? (int)value
        : throw new DataException($"The number {number.Text.ToString(CultureInfo.InvariantCulture)} is out of range");
}
