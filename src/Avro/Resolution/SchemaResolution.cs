using Registry.Avro.Model;

namespace Registry.Avro.Resolution;

/// <summary>
/// How data of a writer's schema is read as that of a reader's ("Schema Resolution" in the specification), worked out once. It
/// is a description, not code: whoever decodes into types of its own turns it into its own steps. Recursive schemas make it a
/// graph with cycles, in which only <see cref="RecordResolution"/> nodes are met again.
/// </summary>
public abstract class SchemaResolution
{
    private protected SchemaResolution(AvroSchema writer, AvroSchema reader) => (Writer, Reader) = (writer, reader);

    /// <summary>What the data holds.</summary>
    public AvroSchema Writer { get; }

    /// <summary>What is wanted of it.</summary>
    public AvroSchema Reader { get; }
}

/// <summary>A primitive, the same or promoted.</summary>
public sealed class PrimitiveResolution : SchemaResolution
{
    internal PrimitiveResolution(AvroSchema writer, AvroSchema reader)
        : base(writer, reader)
    {
    }
}

/// <summary>A fixed; both sides have one size.</summary>
public sealed class FixedResolution : SchemaResolution
{
    internal FixedResolution(FixedSchema writer, FixedSchema reader)
        : base(writer, reader) => Size = writer.Size;

    public int Size { get; }
}

/// <summary>An enum, symbol by symbol.</summary>
public sealed class EnumResolution : SchemaResolution
{
    /// <summary>In <see cref="Ordinals"/>: a symbol that the reader does not have.</summary>
    public const int Missing = -1;

    internal EnumResolution(EnumSchema writer, EnumSchema reader, int[] ordinals)
        : base(writer, reader) => Ordinals = ordinals;

    /// <summary>For each of the writer's ordinals the reader's, that of its default where it lacks the symbol, or <see cref="Missing"/>.</summary>
    public IReadOnlyList<int> Ordinals { get; }
}

public sealed class ArrayResolution : SchemaResolution
{
    internal ArrayResolution(ArraySchema writer, ArraySchema reader, SchemaResolution items)
        : base(writer, reader) => Items = items;

    public SchemaResolution Items { get; }
}

public sealed class MapResolution : SchemaResolution
{
    internal MapResolution(MapSchema writer, MapSchema reader, SchemaResolution values)
        : base(writer, reader) => Values = values;

    public SchemaResolution Values { get; }
}

/// <summary>The data names a branch of the writer's union; each has its own resolution to the whole of the reader.</summary>
public sealed class WriterUnionResolution : SchemaResolution
{
    internal WriterUnionResolution(UnionSchema writer, AvroSchema reader, SchemaResolution[] branches)
        : base(writer, reader) => Branches = branches;

    public IReadOnlyList<SchemaResolution> Branches { get; }
}

/// <summary>The reader has a union and the data, at this place, none: one of the reader's branches is chosen once and for all.</summary>
public sealed class ReaderUnionResolution : SchemaResolution
{
    internal ReaderUnionResolution(AvroSchema writer, UnionSchema reader, int branch, SchemaResolution value)
        : base(writer, reader) => (Branch, Value) = (branch, value);

    /// <summary>The number of the reader's branch.</summary>
    public int Branch { get; }

    public SchemaResolution Value { get; }
}

/// <summary>Data of the writer cannot be read here. Only data that reaches this place fails: other branches may be readable.</summary>
public sealed class ImpossibleResolution : SchemaResolution
{
    internal ImpossibleResolution(AvroSchema writer, AvroSchema reader, string reason)
        : base(writer, reader) => Reason = reason;

    public string Reason { get; }
}
