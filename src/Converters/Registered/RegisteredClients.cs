using Registry.Client;
using Registry.Converters.Connect;

namespace Registry.Converters.Registered;

/// <summary>Clients as converters' configurations say them.</summary>
internal static class RegisteredClients
{
    /// <exception cref="ConfigException">No client can be made of the options; names all faults.</exception>
    public static RegistryClient From(IReadOnlyDictionary<string, string> options)
    {
        try
        {
            return new RegistryClient(ClientConfiguration.From(options).Options);
        }
        catch (ClientConfigurationException e)
        {
            throw new ConfigException(e.Message, e);
        }
    }
}
