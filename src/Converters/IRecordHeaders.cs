namespace Registry.Converters;

/// <summary>The headers of the record whose key or value is converted: a schema may be named there (spec 2.2).</summary>
public interface IRecordHeaders
{
    /// <summary>The value of the last header of a name; null when there is none, or it has none.</summary>
    byte[]? Last(string name);

    void Add(string name, byte[] value);
}
