using Registry.Schemas;

namespace Registry.Client.Tests;

/// <summary>What a faulty record says of itself.</summary>
public sealed class Records
{
    [Fact]
    public void The_message_names_the_place_and_who_knows_more_can_add_it()
    {
        var fault = new RecordException("it ends too early", new("orders", RecordPart.Value) { SchemaId = new SchemaId(7), Path = "/lines/0" });

        var placed = fault.At(place => place with { Partition = 3, Offset = 42 });

        Assert.Equal("it ends too early (value of orders, schema 7, at /lines/0)", fault.Message);
        Assert.Equal("it ends too early (value of orders, partition 3, offset 42, schema 7, at /lines/0)", placed.Message);
        Assert.Equal("it ends too early", placed.Reason);
    }
}
