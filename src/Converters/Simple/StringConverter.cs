using System.Text;
using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>The text of a value, whatever its schema; read back as an optional string.</summary>
/// <param name="encoding">Of the bytes; what it cannot decode becomes its replacement character. UTF-8 when not given.</param>
public sealed class StringConverter(Encoding? encoding = null) : SimpleConverter
{
    private readonly Encoding _encoding = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of a Java name. Java's UTF-16 is big endian and starts with a mark of that.</summary>
    /// <exception cref="ConfigException">There is none of that name.</exception>
    public static Encoding EncodingOf(string name)
    {
        try
        {
            return name.ToUpperInvariant() switch { "UTF-8" => new UTF8Encoding(false), "UTF-16" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true), _ => Encoding.GetEncoding(name) };
        }
        catch (ArgumentException e)
        {
            throw new ConfigException($"Invalid value {name} for configuration converter.encoding: there is no such encoding", e);
        }
    }

    public override byte[]? FromConnect(string topic, ConnectSchema? schema, ConnectValue value)
    {
        if (value.IsNull)
            return null;
        var text = value.Kind == ConnectValueKind.Struct ? value.AsStruct().ToString() : value.ToString() ?? "";
        return text.Length == 0 ? [] : [.. _encoding.GetPreamble(), .. _encoding.GetBytes(text)];
    }

    public override SchemaAndValue ToConnect(string topic, byte[]? data) => new(ConnectSchema.OptionalString, data is null ? default : Decode(data));

    private ConnectValue Decode(ReadOnlySpan<byte> data)
    {
        var preamble = _encoding.Preamble;
        return _encoding.GetString(preamble.Length > 0 && data.StartsWith(preamble) ? data[preamble.Length..] : data);
    }
}
