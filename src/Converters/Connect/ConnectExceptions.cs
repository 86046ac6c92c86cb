namespace Registry.Converters.Connect;

/// <summary>The root of all that converters throw on purpose (spec 9).</summary>
public class ConnectException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Data or a schema is not what it should be; trying again does not help.</summary>
public class DataException(string message, Exception? innerException = null) : ConnectException(message, innerException);

/// <summary>A schema was put together wrongly.</summary>
public sealed class SchemaBuilderException(string message, Exception? innerException = null) : DataException(message, innerException);

/// <summary>A value cannot be projected to the target's schema.</summary>
public sealed class SchemaProjectorException(string message, Exception? innerException = null) : DataException(message, innerException);

/// <summary>Something outside failed for now; trying again may help.</summary>
public class RetriableException(string message, Exception? innerException = null) : ConnectException(message, innerException);

/// <summary>A setting is missing or wrong.</summary>
public sealed class ConfigException(string message, Exception? innerException = null) : ConnectException(message, innerException);
