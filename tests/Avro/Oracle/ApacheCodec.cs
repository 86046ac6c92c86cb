using Avro.Generic;
using Avro.IO;
using ApacheSchema = Avro.Schema;

namespace Registry.Avro.Tests.Oracle;

/// <summary>The other implementation, which shares no code with ours.</summary>
internal static class ApacheCodec
{
    /// <summary>The schema, or null when Apache.Avro does not support it.</summary>
    public static ApacheSchema? Parse(string text)
    {
        try
        {
            return ApacheSchema.Parse(text);
        }
        catch (global::Avro.AvroException)
        {
            return null;
        }
    }

    public static byte[] Write(object? value, ApacheSchema schema)
    {
        using var stream = new MemoryStream();
        new GenericWriter<object?>(schema).Write(value, new BinaryEncoder(stream));
        return stream.ToArray();
    }

    public static object? Read(byte[] bytes, ApacheSchema writer, ApacheSchema reader)
    {
        using var stream = new MemoryStream(bytes);
        return new GenericReader<object?>(writer, reader).Read(null, new BinaryDecoder(stream));
    }
}
