namespace Registry.Avro.Binary;

/// <summary>Why bytes are not a datum of a schema, or a value is not.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">Where in the datum: a JSON pointer of field names, positions in arrays and keys of maps; the root is <c>/</c>.</param>
/// <param name="Offset">Where in the bytes: how many were read or written before.</param>
public sealed record AvroDataError(string Message, string Path, long Offset)
{
    public override string ToString() => $"{Message} (at {Path}, byte {Offset})";
}
