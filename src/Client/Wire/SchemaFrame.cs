using System.Buffers.Binary;
using Registry.Schemas;

namespace Registry.Client;

/// <summary>
/// How records name their schema (converters spec 2.1, 2.2): 00 and a number of 32 bits, or 01 and a GUID, both big endian; before
/// the payload, or in a record header of which it is all.
/// </summary>
public readonly record struct SchemaFrame
{
    /// <summary>Bytes of a number and its mark.</summary>
    public const int IdSize = 1 + sizeof(int);

    /// <summary>Bytes of a GUID and its mark.</summary>
    public const int GuidSize = 1 + 16;

    private const byte IdMark = 0;
    private const byte GuidMark = 1;
    private static readonly string[] s_headers = ["__key_schema_id", "__value_schema_id"];

    /// <summary>The schema's number; null when a GUID stands there.</summary>
    public SchemaId? Id { get; private init; }

    public Guid? Guid { get; private init; }

    /// <summary>How many bytes the frame takes: what follows is the body, or in a header of Protobuf the message indexes.</summary>
    public int Size => Id is null ? GuidSize : IdSize;

    /// <summary>The header that holds the frame of a part of the record.</summary>
    public static string Header(RecordPart part) => s_headers[(int)part];

    /// <summary>Reads the frame at the start; false when there is no whole one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> data, out SchemaFrame frame)
    {
        frame = data switch
        {
            [IdMark, ..] when data.Length >= IdSize => new() { Id = new SchemaId(BinaryPrimitives.ReadInt32BigEndian(data[1..])) },
            [GuidMark, ..] when data.Length >= GuidSize => new() { Guid = new Guid(data[1..GuidSize], bigEndian: true) },
            _ => default,
        };
        return frame != default;
    }

    /// <summary>Why <see cref="TryRead"/> finds no frame in such data.</summary>
    public static string Fault(ReadOnlySpan<byte> data) => data switch
    {
        [] => "There are no bytes, and a schema id should be the first of them",
        [IdMark or GuidMark, ..] => $"The data ends after {data.Length} bytes, within the schema id",
        _ => $"Unknown magic byte: the data starts with {data[0]:X2}, a schema id with 00 or 01. It was not written by a serializer of a schema registry",
    };

    /// <summary>Writes the first <see cref="IdSize"/> bytes.</summary>
    public static void Write(SchemaId id, Span<byte> destination)
    {
        destination[0] = IdMark;
        BinaryPrimitives.WriteInt32BigEndian(destination[1..], id.Value);
    }

    /// <summary>Writes the first <see cref="GuidSize"/> bytes.</summary>
    public static void Write(Guid guid, Span<byte> destination)
    {
        destination[0] = GuidMark;
        // Cannot fail: the span has room for it, or the line above had thrown.
        _ = guid.TryWriteBytes(destination[1..GuidSize], bigEndian: true, out _);
    }

    public override string ToString() => Id?.ToString() ?? Guid?.ToString() ?? "";
}
