using System.Text;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Schemas.Json;

namespace Registry.Converters.Tests;

/// <summary>Floating point numbers stand in JSON as Java prints them, whichever way leads there.</summary>
public sealed class Floats
{
    private const int Cases = 20_000;

    private readonly JsonConverter _converter = new(new JsonConverterOptions { SchemasEnable = false });

    [Fact]
    public void A_number_is_Javas_text_of_it()
    {
        var random = new Random(1);
        for (var number = 0; number < Cases; number++)
        {
            var any = random.NextDouble() * Math.Pow(10, random.Next(-10, 12)) * (random.Next(2) - 0.5);
            foreach (var value in (double[])[any, Math.Round(any, random.Next(0, 9)), number, -number])
            {
                Assert.Equal(JavaNumber.Format(value), Text(ConnectSchema.Float64, value));
                Assert.Equal(JavaNumber.Format((float)value), Text(ConnectSchema.Float32, (float)value));
            }
        }
    }

    private string Text(ConnectSchema schema, ConnectValue value) => Encoding.UTF8.GetString(_converter.FromConnect("t", schema, value)!);
}
