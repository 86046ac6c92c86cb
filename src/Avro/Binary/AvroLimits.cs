namespace Registry.Avro.Binary;

/// <summary>
/// What one datum may cost, whatever its bytes claim. Bytes come from strangers: a count of a few bytes can stand for
/// billions of items, and a datum can nest as deep as it is long.
/// </summary>
public sealed record AvroLimits
{
    public static readonly AvroLimits Default = new();

    /// <summary>Records, arrays and maps within each other. A thread whose stack is too small for so many refuses earlier.</summary>
    public int MaximumDepth { get; init; } = 512;

    /// <summary>Items of arrays and entries of maps, all together. Nulls take no bytes, so the length of the data bounds nothing.</summary>
    public int MaximumItems { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of memory, all together, that decoding may allocate; estimated, not measured.</summary>
    public long MaximumAllocation { get; init; } = 256 * 1024 * 1024;

    /// <summary>Bytes of one block of a container file, both stored and inflated, and of the file's header.</summary>
    public int MaximumBlockSize { get; init; } = 64 * 1024 * 1024;
}
