using System.Text;
using Registry.Converters.Connect;

namespace Registry.Converters.Simple;

/// <summary>Headers as text that says what it holds (spec 6): the worker's default.</summary>
public sealed class SimpleHeaderConverter : IHeaderConverter
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public byte[]? FromConnectHeader(string topic, string key, ConnectSchema? schema, ConnectValue value) =>
        value.IsNull ? null : s_utf8.GetBytes(ValueText.Of(value)!);

    public SchemaAndValue ToConnectHeader(string topic, string key, byte[]? data)
    {
        if (data is null)
            return SchemaAndValue.Null;
        try
        {
            return ValueParser.Parse(s_utf8.GetString(data));
        }
        catch (DataException)
        {
            // Only a text beyond all bounds: it is handed on as it came.
            return new(ConnectSchema.Bytes, data);
        }
    }
}
