using System.Text;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Converters.JsonSchema;

namespace Registry.Converters.Tests;

/// <summary>Writers of JSON keep to whatever order they like, and change it.</summary>
public sealed class PropertyOrder
{
    // More fields than are compared one by one, and fewer.
    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void Properties_are_found_wherever_they_stand(int count)
    {
        var schema = Schema(count);
        int[] ascending = [.. Enumerable.Range(0, count)];
        int[][] orders = [ascending, [.. ascending.Reverse()], [.. ascending.Reverse()], [.. ascending.Skip(1)], ascending];
        foreach (var order in orders)
        {
            var json = $"{{\"unknown\":{{\"f0\":[1]}},{string.Join(",\"more\":null,", order.Select(at => $"\"f{at}\":{at * 10}"))}}}";
            foreach (var read in Readings(schema, json))
            {
                for (var at = 0; at < count; at++)
                    Assert.Equal(order.Contains(at) ? at * 10 : ConnectValue.Null, read.AsStruct().GetWithoutDefault($"f{at}"));
            }
        }
    }

    [Fact]
    public void Of_a_property_that_is_there_twice_the_last_counts()
    {
        foreach (var read in Readings(Schema(2), """{"f0":1,"f1":2,"f0":3}"""))
            Assert.Equal(3, read.AsStruct().GetWithoutDefault("f0"));
        foreach (var read in Readings(Schema(2), """{"f0":1,"f0":null}"""))
            Assert.Equal(ConnectValue.Null, read.AsStruct().GetWithoutDefault("f0"));
    }

    [Fact]
    public void Names_may_be_escaped()
    {
        foreach (var read in Readings(Schema(1), """{"\u0066\u0030":1}"""))
            Assert.Equal(1, read.AsStruct().GetWithoutDefault("f0"));
    }

    private static IEnumerable<ConnectValue> Readings(ConnectSchema schema, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        yield return new JsonSchemaData(new JsonSchemaDataOptions()).Read(schema, body);
        var plain = new JsonConverter(new JsonConverterOptions());
        var envelope = plain.FromConnect("t", schema, new Struct(schema))!;
        var head = Encoding.UTF8.GetString(envelope)[..(Encoding.UTF8.GetString(envelope).IndexOf("\"payload\":", StringComparison.Ordinal) + "\"payload\":".Length)];
        // The first record is read whole, of the second all but the payload is known.
        for (var record = 0; record < 2; record++)
            yield return plain.ToConnect("t", Encoding.UTF8.GetBytes($"{head}{json}}}")).Value;
    }

    private static ConnectSchema Schema(int count)
    {
        var builder = SchemaBuilder.Struct().Name("R");
        for (var at = 0; at < count; at++)
            builder.Field($"f{at}", ConnectSchema.OptionalInt32);
        return builder.Build();
    }
}
