using Registry.Avro.Binary;
using Registry.Avro.Binary.Skipping;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Binary;

/// <summary>Small data that claim much.</summary>
public sealed class Limits
{
    private const string List = """{"type":"record","name":"List","fields":[{"name":"next","type":["null","List"]}]}""";

    [Fact]
    public void Nesting_deeper_than_the_limit_is_refused()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Text(List));
        byte[] nested = [.. Enumerable.Repeat((byte)2, 9), 0];

        Assert.True(plan.TryDecode(nested, new AvroLimits { MaximumDepth = 10 }, out _, out _));
        Assert.False(plan.TryDecode(nested, new AvroLimits { MaximumDepth = 9 }, out _, out var error));
        Assert.Equal("The datum nests deeper than the limit", error.Message);
    }

    [Fact]
    public void No_limit_of_depth_lets_the_stack_overflow()
    {
        var nested = Enumerable.Repeat((byte)2, 1_000_000).ToArray();
        var limits = new AvroLimits { MaximumDepth = int.MaxValue, MaximumAllocation = long.MaxValue };

        Assert.False(DecodingPlan.Compile(SchemaOf.Text(List)).TryDecode(nested, limits, out _, out var error));

        Assert.Equal("The datum nests deeper than the limit", error.Message);
    }

    [Fact]
    public void The_default_depth_fits_on_a_small_stack()
    {
        var schema = SchemaOf.Text(List);
        byte[] nested = [.. Enumerable.Repeat((byte)2, AvroLimits.Default.MaximumDepth - 1), 0];
        var equal = false;
        var thread = new Thread(
            () =>
            {
                var value = DecodingPlan.Compile(schema).Decode(nested);
                equal = EncodingPlan.Compile(schema).Encode(value).AsSpan().SequenceEqual(nested);
            },
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.True(equal);
    }

    [Theory]
    [InlineData("""{"type":"array","items":"null"}""")]
    [InlineData("""{"type":"array","items":{"type":"record","name":"Empty","fields":[{"name":"n","type":"null"}]}}""")]
    public void Items_without_bytes_are_counted(string schema)
    {
        var plan = DecodingPlan.Compile(SchemaOf.Text(schema));

        Assert.Equal(1000, plan.Decode([0xD0, 0x0F, 0]).AsArray().Length);
        Assert.False(plan.TryDecode([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0], AvroLimits.Default, out _, out _));
    }

    [Fact]
    public void More_items_than_bytes_are_refused_before_anything_is_allocated()
    {
        var plan = DecodingPlan.Compile(SchemaOf.Text("""{"type":"array","items":"long"}"""));
        byte[] claim = [0x80, 0x89, 0x7A, 2, 2];
        plan.TryDecode(claim, AvroLimits.Default, out _, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(plan.TryDecode(claim, AvroLimits.Default, out _, out _));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4096);
    }

    [Theory]
    [InlineData("""{"type":"array","items":"null"}""", new byte[] { 2 })]
    [InlineData("""{"type":"array","items":"long"}""", new byte[] { 2, 2 })]
    [InlineData("""{"type":"map","values":"null"}""", new byte[] { 2, 2, 0x61 })]
    public void Many_small_blocks_take_as_much_memory_as_a_large_one(string schema, byte[] block)
    {
        const int Blocks = 20_000;
        var plan = DecodingPlan.Compile(SchemaOf.Text(schema));
        byte[] data = [.. Enumerable.Repeat(block, Blocks).SelectMany(it => it), 0];
        plan.Decode(data);

        var before = GC.GetAllocatedBytesForCurrentThread();
        plan.Decode(data);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Blocks * 256);
    }

    [Fact]
    public void The_least_number_is_no_count() =>
        Assert.False(DecodingPlan.Compile(SchemaOf.Text("""{"type":"array","items":"null"}""")).TryDecode(
            [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0], AvroLimits.Default, out _, out _));

    [Fact]
    public void Memory_beyond_the_limit_is_refused()
    {
        var bytes = EncodingPlan.Compile(SchemaOf.Text("\"string\"")).Encode(AvroValue.Of(new string('x', 1000)));

        Assert.False(DecodingPlan.Compile(SchemaOf.Text("\"string\"")).TryDecode(bytes, new AvroLimits { MaximumAllocation = 2000 }, out _, out var error));
        Assert.Equal("The datum takes more memory than the limit", error.Message);
    }

    [Fact]
    public void Skipping_passes_a_block_that_tells_its_bytes_without_looking_inside()
    {
        var reader = new AvroReader([3, 6, 0xFF, 0xFF, 0xFF, 0]);

        Assert.True(Skipper.Of(SchemaOf.Text("""{"type":"array","items":"long"}""")).TrySkip(ref reader));
        Assert.Equal(0, reader.Remaining);
    }

    [Fact]
    public void Skipping_counts_items_as_reading_does()
    {
        var reader = new AvroReader([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0]);

        Assert.False(Skipper.Of(SchemaOf.Text("""{"type":"array","items":"null"}""")).TrySkip(ref reader));
    }

    [Fact]
    public void Encoding_a_prepared_record_allocates_nothing()
    {
        var schema = SchemaOf.Record("""{"name":"a","type":"long"},{"name":"b","type":"string"},{"name":"c","type":["null",{"type":"array","items":"double"}]}""");
        var value = AvroValue.Of(new AvroRecord(schema, AvroValue.Of(1L), AvroValue.Of("é"), AvroValue.OfArray(AvroValue.Of(1.5)).InBranch(1)));
        var plan = EncodingPlan.Compile(schema);
        var output = new System.Buffers.ArrayBufferWriter<byte>(4096);
        plan.Encode(value, output);

        var before = GC.GetAllocatedBytesForCurrentThread();
        plan.Encode(value, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
