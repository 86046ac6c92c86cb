using Registry.Client;

namespace Registry.Serdes;

/// <summary>Faults of one record, told with the place of the record.</summary>
internal static class RecordFaults
{
    /// <summary>What is wrong with the record, and not only with the registry at present.</summary>
    public static bool IsOne(Exception fault) =>
        fault is InvalidValueException or SubjectNameException or SchemaSelectionException or RegistryException { IsRetriable: false };

    public static RecordException At(RecordPlace place, Exception fault) =>
        new(fault.Message, fault is InvalidValueException { Path: { } path } ? place with { Path = path } : place, fault);
}

/// <summary>A value or a body that is none of its schema.</summary>
/// <param name="path">Where in it: a JSON pointer; null where that is not known.</param>
internal sealed class InvalidValueException(string message, string? path = null, Exception? innerException = null) : Exception(message, innerException)
{
    public string? Path { get; } = path;
}
