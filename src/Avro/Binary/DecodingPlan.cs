using System.Diagnostics.CodeAnalysis;
using Registry.Avro.Binary.Reading;
using Registry.Avro.Model;
using Registry.Avro.Resolution;
using Registry.Avro.Values;

namespace Registry.Avro.Binary;

/// <summary>How data of a writer's schema becomes values of a reader's; compiled once, used by any number of threads.</summary>
public sealed class DecodingPlan
{
    private readonly ValueReader _root;

    private DecodingPlan(SchemaResolution resolution)
    {
        Resolution = resolution;
        _root = new ValueReaders().For(resolution);
    }

    /// <summary>What the plan was compiled from.</summary>
    public SchemaResolution Resolution { get; }

    /// <summary>Compiles the reading of data as the schema that it was written with.</summary>
    public static DecodingPlan Compile(AvroSchema schema) => Compile(schema, schema);

    /// <summary>Compiles the reading of a writer's data as a reader's. Never fails: what cannot be read fails when data reaches it.</summary>
    public static DecodingPlan Compile(AvroSchema writer, AvroSchema reader) => new(Resolver.Resolve(writer, reader));

    /// <summary>Reads one value. On false nothing is consumed, and the reader has the reason.</summary>
    public bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        var start = reader.Position;
        if (_root.TryRead(ref reader, out value))
            return true;
        reader.Rewind(start);
        value = default;
        return false;
    }

    /// <summary>Reads a value that is all of the data.</summary>
    public bool TryDecode(ReadOnlySpan<byte> data, AvroLimits limits, out AvroValue value, [NotNullWhen(false)] out AvroDataError? error)
    {
        var reader = new AvroReader(data, limits);
        error = null;
        if (_root.TryRead(ref reader, out value) && (reader.Remaining == 0 || reader.Fail($"{reader.Remaining} bytes follow the value")))
            return true;
        value = default;
        error = reader.Error;
        return false;
    }

    /// <inheritdoc cref="TryDecode"/>
    /// <exception cref="AvroDataException">The data is not one value of the writer's schema, or cannot be read as the reader's.</exception>
    public AvroValue Decode(ReadOnlySpan<byte> data, AvroLimits? limits = null) =>
        TryDecode(data, limits ?? AvroLimits.Default, out var value, out var error) ? value : throw new AvroDataException(error);
}
