using Registry.Avro.Model;

namespace Registry.Avro.Tests.Parsing;

public sealed class RecognisedLogicalTypes
{
    [Theory]
    [InlineData("{\"type\":\"int\",\"logicalType\":\"date\"}", "date")]
    [InlineData("{\"type\":\"long\",\"logicalType\":\"local-timestamp-nanos\"}", "local-timestamp-nanos")]
    [InlineData("{\"type\":\"string\",\"logicalType\":\"uuid\"}", "uuid")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"F\",\"size\":16,\"logicalType\":\"uuid\"}", "uuid")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"F\",\"size\":12,\"logicalType\":\"duration\"}", "duration")]
    [InlineData("{\"type\":\"string\",\"logicalType\":\"date\"}", null)]
    [InlineData("{\"type\":\"int\",\"logicalType\":\"unknown\"}", null)]
    [InlineData("{\"type\":\"int\",\"logicalType\":5}", null)]
    [InlineData("{\"type\":\"bytes\",\"logicalType\":\"decimal\"}", null)]
    [InlineData("{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":5}", null)]
    [InlineData("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2,\"logicalType\":\"decimal\",\"precision\":5}", null)]
    public void One_that_is_unknown_or_does_not_fit_stays_a_property(string text, string? name)
    {
        var schema = Schema.Of(text);
        Assert.Equal(name, schema.Root.LogicalType?.Name);
        Assert.Contains("logicalType", schema.CanonicalText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_decimal_has_precision_and_scale() => Assert.Equal(
        new DecimalLogicalType(4, 0),
        Schema.Of("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2,\"logicalType\":\"decimal\",\"precision\":4}").Root.LogicalType);
}
