using Confluent.Kafka;
using Registry.Client;

namespace Registry.Serdes;

/// <summary>Record headers that name a schema (converters spec 2.2).</summary>
internal static class SchemaHeaders
{
    public static RecordPart Part(this SerializationContext context) => context.Component == MessageComponentType.Key ? RecordPart.Key : RecordPart.Value;

    /// <summary>The header's bytes; null where there is none.</summary>
    public static byte[]? Find(SerializationContext context) =>
        context.Headers is { } headers && headers.TryGetLastBytes(SchemaFrame.Header(context.Part()), out var frame) ? frame : null;

    /// <exception cref="InvalidValueException">The record has no headers that could be written.</exception>
    public static void Set(SerializationContext context, Guid guid)
    {
        if (context.Headers is not { } headers)
            throw new InvalidValueException("The schema is to be named in a header, and the record has no headers: give the message some");
        var frame = new byte[SchemaFrame.GuidSize];
        SchemaFrame.Write(guid, frame);
        // A record that is written again has it already.
        headers.Remove(SchemaFrame.Header(context.Part()));
        headers.Add(SchemaFrame.Header(context.Part()), frame);
    }
}
