using System.Globalization;
using Registry.Schemas.Json;

namespace Registry.Schemas.Tests.Json;

public sealed class PrintingJson
{
    [Theory]
    [InlineData("0", "0.0")]
    [InlineData("-0", "-0.0")]
    [InlineData("1", "1.0")]
    [InlineData("100", "100.0")]
    [InlineData("0.001", "0.001")]
    [InlineData("0.00012", "1.2E-4")]
    [InlineData("9999999", "9999999.0")]
    [InlineData("10000000", "1.0E7")]
    [InlineData("12345678.9", "1.23456789E7")]
    [InlineData("1E-7", "1.0E-7")]
    [InlineData("1E22", "1.0E22")]
    [InlineData("1E23", "9.999999999999999E22")]
    [InlineData("2E-323", "2.0E-323")]
    [InlineData("4.9E-324", "4.9E-324")]
    [InlineData("1.7976931348623157E308", "1.7976931348623157E308")]
    [InlineData("1152921504606846976", "1.15292150460684698E18")]
    [InlineData("2.1E22", "2.0999999999999998E22")]
    [InlineData("NaN", "NaN")]
    [InlineData("-Infinity", "-Infinity")]
    public void Doubles_print_as_in_Java(string number, string printed) =>
        Assert.Equal(printed, JavaNumber.Format(double.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("12.3", "12.3")]
    [InlineData("2147483648", "2.14748365E9")]
    [InlineData("3.4028235E38", "3.4028235E38")]
    [InlineData("1.4E-45", "1.4E-45")]
    public void Floats_print_as_in_Java(string number, string printed) =>
        Assert.Equal(printed, JavaNumber.Format(float.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void Every_double_reads_back_as_itself()
    {
        var random = new Random(20);
        for (var round = 0; round < 2000; round++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
                Assert.Equal(value, double.Parse(JavaNumber.Format(value), CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Only_quotes_backslashes_and_control_characters_are_escaped() =>
        Assert.Equal("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0001\\u001F\u00e9\u2028\"", new JsonString("\"\\/\b\t\n\f\r\u0001\u001f\u00e9\u2028").ToString());

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("0.10", "0.1")]
    [InlineData("1e3", "1000.0")]
    [InlineData("1e400", "\"Infinity\"")]
    public void Decimals_become_doubles_and_integers_stay(string text, string printed) => Assert.Equal(printed, new JsonNumber(text).ToString());

    [Fact]
    public void Numbers_can_be_printed_as_written() =>
        Assert.Equal("[0.10]", JsonPrinter.Print(new JsonArray([new JsonNumber("0.10")]), JsonNumberStyle.AsWritten));
}
