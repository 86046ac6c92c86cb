using Registry.Client;
using Registry.Converters.Connect;

namespace Registry.Converters.Registered;

/// <summary>Faults of the registry and of naming as those that Connect handles (spec 9).</summary>
internal static class RegistryFaults
{
    /// <param name="doing">What was being done, in the words of the message.</param>
    /// <param name="place">The record that it was done with.</param>
    public static ConnectException ToConnect(Exception fault, string doing, RecordPlace place)
    {
        if (fault is RegistryException { IsRetriable: true })
            return new RetriableException($"{doing}: {fault.Message}", fault);
        var data = new DataException($"{doing}: {fault.Message}", fault);
        data.IsOf(place);
        return data;
    }

    public static bool IsOne(Exception fault) => fault is RegistryException or SubjectNameException or SchemaSelectionException;
}
