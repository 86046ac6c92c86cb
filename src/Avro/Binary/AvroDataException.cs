namespace Registry.Avro.Binary;

/// <summary>Bytes that are not a datum of the schema, or a value that is not.</summary>
public sealed class AvroDataException : Exception
{
    public AvroDataException(AvroDataError error)
        : base(error.ToString()) => Error = error;

    public AvroDataError Error { get; }
}
