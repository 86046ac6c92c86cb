using Registry.Avro.Binary;
using Registry.Converters.Connect;

namespace Registry.Converters.Avro.Writing;

/// <summary>Writes values of one schema of Connect as data of one schema of Avro; compiled once, used by any number of threads.</summary>
internal abstract class ConnectWriter
{
    /// <exception cref="DataException">The value is none of the schema.</exception>
    public abstract void Write(ref AvroWriter writer, in ConnectValue value);

    protected static DataException Mismatch(string expected, in ConnectValue value) => value.IsNull
        ? new DataException("Found null value for non-optional schema")
        : new DataException($"Invalid type for {expected}: {value.ClassName}");

    /// <summary>One level deeper; paired with a <see cref="AvroWriter.Leave"/>.</summary>
    protected static void Enter(ref AvroWriter writer)
    {
        if (!writer.TryEnter())
            throw new DataException("The value nests deeper than the limit");
    }
}
