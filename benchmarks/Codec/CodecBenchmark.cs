using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Avro.Generic;
using Avro.IO;
using BenchmarkDotNet.Attributes;
using Registry.Avro.Binary;
using Registry.Avro.Values;
using ApacheRecordSchema = Avro.RecordSchema;

namespace Registry.Benchmarks.Codec;

/// <summary>One record through all codecs, both ways. Buffers, plans and values are prepared and used again, as a producer does.</summary>
[MemoryDiagnoser]
public abstract class CodecBenchmark<T> : IDisposable
    where T : class
{
    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly MemoryStream _stream = new(4096);
    private EncodingPlan _encoding = null!;
    private DecodingPlan _decoding = null!;
    private AvroValue _value;
    private byte[] _bytes = [];

    private ApacheRecordSchema _apacheSchema = null!;
    private GenericDatumWriter<GenericRecord> _apacheWriter = null!;
    private GenericDatumReader<GenericRecord> _apacheReader = null!;
    private GenericRecord _apacheValue = null!;
    private BinaryEncoder _apacheEncoder = null!;

    private Utf8JsonWriter _json = null!;
    private byte[] _jsonBytes = [];

    protected abstract string Schema { get; }

    protected abstract T Sample { get; }

    protected abstract JsonTypeInfo<T> JsonType { get; }

    protected abstract AvroValue Ours(Avro.Model.RecordSchema schema);

    protected abstract GenericRecord Apache(ApacheRecordSchema schema);

    [GlobalSetup]
    public void Prepare()
    {
        var schema = OurValues.Schema(Schema);
        _encoding = EncodingPlan.Compile(schema);
        _decoding = DecodingPlan.Compile(schema);
        _value = Ours(schema);
        _bytes = _encoding.Encode(_value);
        _apacheSchema = (ApacheRecordSchema)global::Avro.Schema.Parse(Schema);
        _apacheWriter = new GenericDatumWriter<GenericRecord>(_apacheSchema);
        _apacheReader = new GenericDatumReader<GenericRecord>(_apacheSchema, _apacheSchema);
        _apacheEncoder = new BinaryEncoder(_stream);
        _apacheValue = Apache(_apacheSchema);
        _json = new Utf8JsonWriter(_output);
        _jsonBytes = JsonSerializer.SerializeToUtf8Bytes(Sample, JsonType);
        EncodeApache();
        if (!_bytes.AsSpan().SequenceEqual(_stream.GetBuffer().AsSpan(0, (int)_stream.Position)) || _decoding.Decode(_bytes) != _value)
            throw new InvalidOperationException("The codecs do not agree.");
    }

    [Benchmark, BenchmarkCategory("encode")]
    public int Encode()
    {
        _output.ResetWrittenCount();
        _encoding.Encode(_value, _output);
        return _output.WrittenCount;
    }

    [Benchmark, BenchmarkCategory("encode")]
    public long EncodeApache()
    {
        _stream.Position = 0;
        _apacheWriter.Write(_apacheValue, _apacheEncoder);
        return _stream.Position;
    }

    [Benchmark, BenchmarkCategory("encode")]
    public int EncodeJson()
    {
        _output.ResetWrittenCount();
        _json.Reset(_output);
        JsonSerializer.Serialize(_json, Sample, JsonType);
        return _output.WrittenCount;
    }

    [Benchmark, BenchmarkCategory("decode")]
    public AvroRecord Decode() => _decoding.Decode(_bytes).AsRecord();

    [Benchmark, BenchmarkCategory("decode")]
    public GenericRecord DecodeApache() => _apacheReader.Read(null!, new BinaryDecoder(new MemoryStream(_bytes)));

    [Benchmark, BenchmarkCategory("decode")]
    public object? DecodeJson() => JsonSerializer.Deserialize(_jsonBytes, JsonType);

    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _json?.Dispose();
        _stream.Dispose();
    }
}
