using Registry.Avro.Model;

namespace Registry.Avro.Binary.Skipping;

/// <summary>Goes past data of one schema without making anything of it.</summary>
public abstract class Skipper
{
    private protected Skipper()
    {
    }

    /// <summary>The skipper of a schema; keep it, making one takes as long as skipping many data.</summary>
    public static Skipper Of(AvroSchema schema) => new Skippers().For(schema);

    /// <summary>On false the reader has the reason and may stand anywhere within the datum.</summary>
    public abstract bool TrySkip(ref AvroReader reader);
}

internal sealed class FixedSkipper(int size, AvroKind kind) : Skipper
{
    public override bool TrySkip(ref AvroReader reader) => reader.TrySkip(size) || reader.FailToRead(kind);
}

/// <summary>Ints, longs and the ordinals of enums.</summary>
internal sealed class NumberSkipper(AvroKind kind) : Skipper
{
    public override bool TrySkip(ref AvroReader reader) => reader.TryReadLong(out _) || reader.FailToRead(kind);
}

internal sealed class BytesSkipper(AvroKind kind) : Skipper
{
    public override bool TrySkip(ref AvroReader reader) => reader.TryReadBytes(out _) || reader.FailToRead(kind);
}
