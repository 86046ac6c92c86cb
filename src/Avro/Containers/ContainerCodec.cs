using System.Text;

namespace Registry.Avro.Containers;

/// <summary>How the blocks of a container file are compressed.</summary>
public enum ContainerCodec
{
    /// <summary>Not at all.</summary>
    Null,

    /// <summary>RFC 1951, without the head and the checksum of zlib.</summary>
    Deflate,
}

/// <summary>The words of the format.</summary>
internal static class ContainerWords
{
    public const string SchemaKey = "avro.schema";
    public const string CodecKey = "avro.codec";
    public const int SyncSize = 16;

    private static readonly string[] s_codecs = ["null", "deflate"];

    public static ReadOnlySpan<byte> Magic => "Obj\u0001"u8;

    public static string Word(this ContainerCodec codec) => s_codecs[(int)codec];

    /// <summary>The codec of the metadata; without one it is <see cref="ContainerCodec.Null"/>. Null when it is not supported.</summary>
    public static ContainerCodec? CodecOf(byte[]? name) => name is null ? ContainerCodec.Null
        : Array.IndexOf(s_codecs, Encoding.UTF8.GetString(name)) is >= 0 and var at ? (ContainerCodec)at : null;
}
