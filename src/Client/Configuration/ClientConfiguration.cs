using Registry.Schemas;

namespace Registry.Client;

/// <summary>A client's options as properties say them.</summary>
/// <param name="UnknownOptions">Names that no client option has. They have no effect and are most likely misspelt.</param>
public sealed record ClientConfiguration(RegistryClientOptions Options, IReadOnlyList<string> UnknownOptions)
{
    private const string Prefix = "schema.registry.";
    private const string HeaderPrefix = "request.header.";

    /// <summary>
    /// Reads the properties of Java's client and of Confluent's .NET client (converters spec 7.1, 8.4); each may have the prefix
    /// <c>schema.registry.</c>, and the prefixed one wins.
    /// </summary>
    /// <exception cref="ClientConfigurationException">A value cannot be used, or <c>schema.registry.url</c> is missing; names all faults.</exception>
    public static ClientConfiguration From(IReadOnlyDictionary<string, string> properties)
    {
        var settings = new ClientSettings();
        var unknown = new List<string>();
        // Prefixed ones last, so that they win.
        foreach (var (name, value) in properties.OrderBy(property => property.Key.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            if (!TryRead(settings, name, value))
                unknown.Add(name);
        }
        return new(settings.ToOptions().TryGet(out var options, out var faults) ? options : throw new ClientConfigurationException(faults), unknown);
    }

    /// <summary>The option that a misspelt one may mean; null when none is like it.</summary>
    public static string? Suggest(string unknown) => ClosestName.Of(unknown, ClientProperties.Names);

    private static bool TryRead(ClientSettings settings, string name, string value)
    {
        var bare = name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
        if (bare.StartsWith(HeaderPrefix, StringComparison.Ordinal) && bare.Length > HeaderPrefix.Length)
        {
            settings.Headers[bare[HeaderPrefix.Length..]] = value;
            return true;
        }
        // Kafka's own TLS settings stand beside these under the bare names.
        var isOwn = bare.Length < name.Length || !bare.StartsWith("ssl.", StringComparison.Ordinal);
        if (!isOwn || !ClientProperties.TryGet(bare, out var read))
            return false;
        if (read(settings, value.Trim()) is { } fault)
            settings.Faults.Add($"{name}: {fault}");
        return true;
    }
}

/// <summary>Properties that no client can be made of.</summary>
public sealed class ClientConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    /// <summary>Everything that is wrong, each with the name of its property.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
