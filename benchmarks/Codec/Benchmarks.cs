using System.Text.Json.Serialization.Metadata;
using Avro.Generic;
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
    protected override string Schema => Samples.OrderSchema;

    protected override Order Sample => Samples.Order;

    protected override JsonTypeInfo<Order> JsonType => ModelsContext.Default.Order;

    protected override AvroValue Ours(RecordSchema schema) => OurValues.Of(Sample, schema);

    protected override GenericRecord Apache(ApacheRecordSchema schema) => ApacheValues.Of(Sample, schema);
}
