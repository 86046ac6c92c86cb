using System.Text;
using System.Text.Json.Serialization.Metadata;
using Avro.Generic;
using BenchmarkDotNet.Attributes;
using Registry.Avro.Model;
using Registry.Avro.Values;
using ApacheRecordSchema = Avro.RecordSchema;

namespace Registry.Benchmarks.Codec;

/// <summary>A record of a long and a string.</summary>
public class TwoFields : CodecBenchmark<Pair>
{
    protected override string Schema => Samples.PairSchema;

    protected override Pair Sample => Samples.Pair;

    protected override JsonTypeInfo<Pair> JsonType => ModelsContext.Default.Pair;

    protected override AvroValue Ours(RecordSchema schema) => OurValues.Of(Sample, schema);

    protected override GenericRecord Apache(ApacheRecordSchema schema) => ApacheValues.Of(Sample, schema);
}

/// <summary>Ten fields, mostly numbers.</summary>
public class Flat : CodecBenchmark<Reading>
{
    protected override string Schema => Samples.ReadingSchema;

    protected override Reading Sample => Samples.Reading;

    protected override JsonTypeInfo<Reading> JsonType => ModelsContext.Default.Reading;

    protected override AvroValue Ours(RecordSchema schema) => OurValues.Of(Sample, schema);

    protected override GenericRecord Apache(ApacheRecordSchema schema) => ApacheValues.Of(Sample, schema);
}

/// <summary>Twenty fields, a record and an array of five records among them; nineteen strings in all.</summary>
public class Nested : CodecBenchmark<Order>
{
    private readonly byte[] _room = new byte[4096];
    private string[] _strings = [];
    private byte[][] _utf8 = [];

    protected override string Schema => Samples.OrderSchema;

    protected override Order Sample => Samples.Order;

    protected override JsonTypeInfo<Order> JsonType => ModelsContext.Default.Order;

    protected override AvroValue Ours(RecordSchema schema) => OurValues.Of(Sample, schema);

    protected override GenericRecord Apache(ApacheRecordSchema schema) => ApacheValues.Of(Sample, schema);

    [GlobalSetup(Targets = [nameof(EncodeStringsAlone), nameof(DecodeStringsAlone)])]
    public void PrepareStrings()
    {
        var address = Sample.Address;
        _strings =
        [
            Sample.Id, Sample.Customer, Sample.Email!, Sample.Currency, address.Street, address.City, address.Zip, address.Country,
            .. Sample.Items.SelectMany(item => new[] { item.Sku, item.Name }),
        ];
        _utf8 = [.. _strings.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The least that a codec of .NET's strings can take: what the framework takes for the strings of the record and nothing else.</summary>
    [Benchmark, BenchmarkCategory("encode")]
    public int EncodeStringsAlone()
    {
        var length = 0;
        foreach (var text in _strings)
            length += Encoding.UTF8.GetBytes(text, _room.AsSpan(length));
        return length;
    }

    /// <inheritdoc cref="EncodeStringsAlone"/>
    [Benchmark, BenchmarkCategory("decode")]
    public int DecodeStringsAlone()
    {
        var length = 0;
        foreach (var utf8 in _utf8)
            length += Encoding.UTF8.GetString(utf8).Length;
        return length;
    }
}
