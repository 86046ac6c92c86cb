using System.Globalization;
using Registry.Client;
using Registry.Schemas.Json;

namespace Registry.Converters.Connect;

/// <summary>The root of all that converters throw on purpose (spec 9).</summary>
public class ConnectException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Data or a schema is not what it should be; trying again does not help, so the record belongs to a dead-letter queue.</summary>
public class DataException(string message, Exception? innerException = null) : ConnectException(message, innerException)
{
    /// <summary>Where in the value it is, as a JSON pointer; null where it is the value as a whole.</summary>
    public string? Path { get; private set; }

    /// <summary>Which record it is about, as far as the converter knows: whoever read the record adds partition and offset. Null of a schema without a record.</summary>
    public RecordPlace? Place { get; private set; }

    /// <summary>Says where in the value it is, from the inside outwards: the step is a field's name, an index, or a key.</summary>
    internal void IsIn(string step) => Path = $"/{JsonPointer.Escape(step)}{Path}";

    internal void IsIn(int index) => IsIn(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Says where in the value it is, all of it.</summary>
    internal DataException IsAt(string path)
    {
        Path = path;
        return this;
    }

    internal void IsOf(RecordPlace place) => Place ??= place with { Path = Path };
}

/// <summary>A schema was put together wrongly.</summary>
public sealed class SchemaBuilderException(string message, Exception? innerException = null) : DataException(message, innerException);

/// <summary>A value cannot be projected to the target's schema.</summary>
public sealed class SchemaProjectorException(string message, Exception? innerException = null) : DataException(message, innerException);

/// <summary>Something outside failed for now; trying again may help.</summary>
public class RetriableException(string message, Exception? innerException = null) : ConnectException(message, innerException);

/// <summary>A setting is missing or wrong.</summary>
public sealed class ConfigException(string message, Exception? innerException = null) : ConnectException(message, innerException);
