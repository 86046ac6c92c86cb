namespace Registry.Avro.Containers;

/// <summary>How a container file is written.</summary>
public sealed record ContainerOptions
{
    public static readonly ContainerOptions Default = new();

    public ContainerCodec Codec { get; init; } = ContainerCodec.Deflate;

    /// <summary>Bytes of values, before compression, after which a block ends.</summary>
    public int BlockSize { get; init; } = 64 * 1024;

    /// <summary>More entries for the file's metadata; keys that start with <c>avro.</c> belong to the format.</summary>
    public IReadOnlyDictionary<string, byte[]> Metadata { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);
}
