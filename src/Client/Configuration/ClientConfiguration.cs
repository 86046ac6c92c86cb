using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Whether a property is one of the client, with or without its prefix.</summary>
    public static bool Knows(string name) => TryFind(name, out _) || HeaderName(name) is not null;

    private static bool TryRead(ClientSettings settings, string name, string value)
    {
        if (HeaderName(name) is { } header)
        {
            settings.Headers[header] = value;
            return true;
        }
        if (!TryFind(name, out var read))
            return false;
        if (read(settings, value.Trim()) is { } fault)
            settings.Faults.Add($"{name}: {fault}");
        return true;
    }

    private static bool TryFind(string name, [NotNullWhen(true)] out Func<ClientSettings, string, string?>? read)
    {
        read = null;
        var bare = WithoutPrefix(name);
        // Kafka's own TLS settings stand beside these under the bare names.
        var isOwn = bare.Length < name.Length || !bare.StartsWith("ssl.", StringComparison.Ordinal);
        return isOwn && ClientProperties.TryGet(bare, out read);
    }

    private static string? HeaderName(string name) =>
        WithoutPrefix(name) is var bare && bare.StartsWith(HeaderPrefix, StringComparison.Ordinal) && bare.Length > HeaderPrefix.Length ? bare[HeaderPrefix.Length..] : null;

    private static string WithoutPrefix(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
}

/// <summary>Properties that no client can be made of.</summary>
public sealed class ClientConfigurationException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    /// <summary>Everything that is wrong, each with the name of its property.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
