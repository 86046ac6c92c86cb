namespace Registry.Client;

/// <summary>The registry has a schema, but none that a record can be written or read with.</summary>
public sealed class SchemaSelectionException(string message) : Exception(message);
