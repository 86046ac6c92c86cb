using Registry.Avro.JsonEncoding;
using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Binary;

/// <summary>Values from and to the JSON encoding, where they must be valid.</summary>
internal static class Json
{
    public static AvroValue Read(AvroSchema schema, string text)
    {
        if (!AvroJsonReader.Read(schema, text).TryGet(out var value, out var error))
            Assert.Fail(error.ToString());
        return value;
    }

    public static string Write(AvroSchema schema, AvroValue value)
    {
        if (!AvroJsonWriter.Write(schema, value).TryGet(out var text, out var error))
            Assert.Fail(error.ToString());
        return text;
    }
}
