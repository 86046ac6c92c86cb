using System.Text;
using Registry.Avro.Binary;
using Registry.Avro.Containers;
using Registry.Avro.Tests.Binary;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Containers;

public sealed class ContainerTests
{
    private static readonly ParsedAvroSchema s_schema = SchemaOf.Parsed("""{"type":"record","name":"R","fields":[{"name":"id","type":"int"},{"name":"text","type":"string"}]}""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ContainerCodec.Null)]
    [InlineData(ContainerCodec.Deflate)]
    public async Task What_is_written_is_read_back(ContainerCodec codec)
    {
        var file = await WriteAsync(1000, new ContainerOptions { Codec = codec, BlockSize = 512 });

        var reader = await ContainerReader.OpenAsync(new MemoryStream(file), AvroLimits.Default, Token);
        var values = await ReadAsync(reader);

        Assert.Equal(codec, reader.Codec);
        Assert.Equal(s_schema.CanonicalText, reader.Schema.CanonicalText);
        Assert.Equal(Enumerable.Range(0, 1000), values.Select(value => value.AsRecord()["id"].AsInt()));
    }

    [Theory]
    [InlineData(ContainerCodec.Null)]
    [InlineData(ContainerCodec.Deflate)]
    public async Task Apache_Avro_reads_our_files(ContainerCodec codec)
    {
        var file = await WriteAsync(300, new ContainerOptions { Codec = codec, BlockSize = 512 });

        using var reader = global::Avro.File.DataFileReader<global::Avro.Generic.GenericRecord>.OpenReader(new MemoryStream(file));

        Assert.Equal(Enumerable.Range(0, 300), reader.NextEntries.Select(record => (int)record["id"]));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("deflate")]
    public async Task We_read_the_files_of_Apache_Avro(string codec)
    {
        var schema = (global::Avro.RecordSchema)global::Avro.Schema.Parse(s_schema.CanonicalText);
        using var stream = new MemoryStream();
        var writer = global::Avro.File.DataFileWriter<global::Avro.Generic.GenericRecord>.OpenWriter(
            new global::Avro.Generic.GenericDatumWriter<global::Avro.Generic.GenericRecord>(schema), stream, global::Avro.File.Codec.CreateCodecFromString(codec), leaveOpen: true);
        for (var id = 0; id < 300; id++)
        {
            var record = new global::Avro.Generic.GenericRecord(schema);
            record.Add("id", id);
            record.Add("text", $"text {id}");
            writer.Append(record);
        }
        writer.Dispose();

        var values = await ReadAsync(await ContainerReader.OpenAsync(new MemoryStream(stream.ToArray()), AvroLimits.Default, Token));

        Assert.Equal(Enumerable.Range(0, 300).Select(id => $"text {id}"), values.Select(value => value.AsRecord()["text"].AsString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Values_are_read_as_those_of_another_schema()
    {
        var wanted = SchemaOf.Record("""{"name":"id","type":"long"},{"name":"more","type":"int","default":5}""");
        var reader = await ContainerReader.OpenAsync(new MemoryStream(await WriteAsync(1, ContainerOptions.Default)), AvroLimits.Default, Token);

        await foreach (var value in reader.ReadAsync(wanted, Token))
            Assert.Equal("""{"id":0,"more":5}""", value.ToString());
    }

    [Fact]
    public async Task Metadata_of_the_writer_is_kept()
    {
        var file = await WriteAsync(0, new ContainerOptions { Metadata = new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["made.by"] = [1, 2] } });

        Assert.Equal([1, 2], (await ContainerReader.OpenAsync(new MemoryStream(file), AvroLimits.Default, Token)).Metadata["made.by"]);
    }

    [Theory]
    [InlineData(ContainerCodec.Null)]
    [InlineData(ContainerCodec.Deflate)]
    public async Task Every_strict_prefix_is_refused_or_ends_between_blocks(ContainerCodec codec)
    {
        var file = await WriteAsync(20, new ContainerOptions { Codec = codec, BlockSize = 1 << 20 });
        var header = await WriteAsync(0, new ContainerOptions { Codec = codec });

        for (var length = 0; length < file.Length; length++)
        {
            if (length == header.Length)
                continue;
            await Assert.ThrowsAsync<AvroDataException>(() => ReadAllAsync(file[..length], AvroLimits.Default));
        }
    }

    [Fact]
    public async Task Another_sync_marker_is_refused()
    {
        var file = await WriteAsync(10, ContainerOptions.Default);
        file[^1] ^= 1;

        var failure = await Assert.ThrowsAsync<AvroDataException>(() => ReadAllAsync(file, AvroLimits.Default));

        Assert.Equal("The sync marker behind a block is not that of the file", failure.Error.Message);
    }

    [Fact]
    public async Task A_block_that_inflates_beyond_the_limit_is_refused()
    {
        var file = await WriteAsync(10_000, new ContainerOptions { BlockSize = int.MaxValue });

        Assert.Equal(
            "A block cannot be inflated, or to more than 65536 bytes",
            (await Assert.ThrowsAsync<AvroDataException>(() => ReadAllAsync(file, new AvroLimits { MaximumBlockSize = 65_536 }))).Error.Message);
    }

    [Fact]
    public async Task Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var file = await WriteAsync(30, new ContainerOptions { Codec = ContainerCodec.Deflate, BlockSize = 100 });
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = (byte[])file.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                await ReadAllAsync(damaged, new AvroLimits { MaximumBlockSize = 1 << 20 });
            }
            catch (AvroDataException)
            {
                // Most are.
            }
        }
    }

    [Fact]
    public async Task A_value_that_is_refused_leaves_no_trace()
    {
        var stream = new MemoryStream();
        await using (var writer = await ContainerWriter.CreateAsync(stream, s_schema, ContainerOptions.Default, Token))
        {
            var record = (Model.RecordSchema)s_schema.Root;
            await writer.AppendAsync(AvroValue.Of(new AvroRecord(record, AvroValue.Of(1), AvroValue.Of("a"))), Token);
            await Assert.ThrowsAsync<AvroDataException>(async () => await writer.AppendAsync(AvroValue.Of(new AvroRecord(record, AvroValue.Of(2), AvroValue.Null)), Token));
        }

        Assert.Single(await ReadAllAsync(stream.ToArray(), AvroLimits.Default));
    }

    [Fact]
    public async Task An_unknown_codec_is_named()
    {
        var file = await WriteAsync(1, new ContainerOptions { Codec = ContainerCodec.Null });
        var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("avro.codec\u0008null"));
        "zstd"u8.CopyTo(file.AsSpan(at + "avro.codec".Length + 1));

        Assert.Equal(
            "The codec zstd is not supported; null and deflate are",
            (await Assert.ThrowsAsync<AvroDataException>(() => ReadAllAsync(file, AvroLimits.Default))).Error.Message);
    }

    private static async Task<byte[]> WriteAsync(int count, ContainerOptions options)
    {
        var stream = new MemoryStream();
        await using (var writer = await ContainerWriter.CreateAsync(stream, s_schema, options, Token))
        {
            for (var id = 0; id < count; id++)
                await writer.AppendAsync(AvroValue.Of(new AvroRecord((Model.RecordSchema)s_schema.Root, AvroValue.Of(id), AvroValue.Of($"text {id}"))), Token);
        }
        return stream.ToArray();
    }

    private static async Task<List<AvroValue>> ReadAllAsync(byte[] file, AvroLimits limits) => await ReadAsync(await ContainerReader.OpenAsync(new MemoryStream(file), limits, Token));

    private static async Task<List<AvroValue>> ReadAsync(ContainerReader reader)
    {
        var values = new List<AvroValue>();
        await foreach (var value in reader.ReadAsync(Token))
            values.Add(value);
        return values;
    }
}
