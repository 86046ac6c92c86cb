using Registry.Client;
using Registry.Converters.Connect;

namespace Registry.Converters.Registered;

/// <summary>Faults of the registry and of naming as those that Connect handles (spec 9).</summary>
internal static class RegistryFaults
{
    /// <param name="doing">What was being done, in the words of the message.</param>
    public static ConnectException ToConnect(Exception fault, string doing) => fault switch
    {
        RegistryException { IsRetriable: true } => new RetriableException($"{doing}: {fault.Message}", fault),
        _ => new DataException($"{doing}: {fault.Message}", fault),
    };

    public static bool IsOne(Exception fault) => fault is RegistryException or SubjectNameException or SchemaSelectionException;
}
