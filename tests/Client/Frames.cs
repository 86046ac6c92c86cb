using Registry.Schemas;

namespace Registry.Client.Tests;

/// <summary>How records name their schema.</summary>
public sealed class Frames
{
    [Fact]
    public void An_id_takes_five_bytes()
    {
        var data = new byte[SchemaFrame.IdSize];
        SchemaFrame.Write(new SchemaId(258), data);

        Assert.Equal([0, 0, 0, 1, 2], data);
        Assert.True(SchemaFrame.TryRead(data, out var frame));
        Assert.Equal((new SchemaId(258), null, 5), (frame.Id, frame.Guid, frame.Size));
    }

    [Fact]
    public void A_guid_takes_seventeen_bytes_in_the_order_of_its_text()
    {
        var data = new byte[SchemaFrame.GuidSize];
        SchemaFrame.Write(new Guid("00010203-0405-0607-0809-0a0b0c0d0e0f"), data);

        Assert.Equal([1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], data);
        Assert.True(SchemaFrame.TryRead(data, out var frame));
        Assert.Equal((null, new Guid("00010203-0405-0607-0809-0a0b0c0d0e0f"), 17), (frame.Id, frame.Guid, frame.Size));
    }

    [Theory]
    [InlineData(new byte[] { }, "There are no bytes")]
    [InlineData(new byte[] { 0, 0, 0, 1 }, "The data ends after 4 bytes")]
    [InlineData(new byte[] { 1, 0, 0, 0, 1 }, "The data ends after 5 bytes")]
    [InlineData(new byte[] { 123, 34 }, "Unknown magic byte: the data starts with 7B")]
    public void What_is_no_frame_is_told(byte[] data, string fault)
    {
        Assert.False(SchemaFrame.TryRead(data, out _));
        Assert.StartsWith(fault, SchemaFrame.Fault(data), StringComparison.Ordinal);
    }
}
