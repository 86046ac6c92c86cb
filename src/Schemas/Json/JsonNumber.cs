using System.Globalization;

namespace Registry.Schemas.Json;

/// <summary>A number as it was written. A number with a point or an exponent is a decimal, even when its value is whole.</summary>
public sealed class JsonNumber : JsonValue
{
    public JsonNumber(string text, int offset = NotRead)
        : base(offset)
    {
        Text = text;
        IsInteger = text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var at && (at < 0 || (at == 0 && text[0] == '-' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0));
    }

    public JsonNumber(double value)
        : this(JavaNumber.Format(value))
    {
    }

    public string Text { get; }

    public bool IsInteger { get; }

    /// <summary>The integer without the sign that a zero may have been written with.</summary>
    public string IntegerText => Text == "-0" ? "0" : Text;

    /// <summary>The nearest binary double; infinite beyond its range.</summary>
    public double ToDouble() => Text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    /// <summary>The exact value with its scale; false when its exponent is beyond any use (<see cref="ExactDecimal.TryParse"/>).</summary>
    public bool TryGetDecimal(out ExactDecimal value) => ExactDecimal.TryParse(Text, out value);

    /// <summary>False for decimals, whole or not, and for integers out of range.</summary>
    public bool TryGetInt32(out int value)
    {
        value = 0;
        return IsInteger && int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <inheritdoc cref="TryGetInt32"/>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        return IsInteger && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }
}
