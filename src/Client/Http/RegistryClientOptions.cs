using System.Net;

namespace Registry.Client;

/// <summary>How a client reaches its registry. <see cref="ClientConfiguration"/> reads the same from properties.</summary>
public sealed record RegistryClientOptions
{
    /// <summary>The nodes of one registry, any of which can answer. User and password may stand in a URL.</summary>
    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>Whether each client begins with another node; otherwise all begin with the first.</summary>
    public bool RandomizeUrls { get; init; }

    /// <summary>Who the client is. Null: what the URLs say, if anything.</summary>
    public RegistryCredentials? Credentials { get; init; }

    public TlsOptions Tls { get; init; } = new();

    public IWebProxy? Proxy { get; init; }

    /// <summary>Sent with every request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one node may take for one answer, all of it; after that another node is asked.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often all nodes are asked again when none of them answers.</summary>
    public int MaxRetries { get; init; } = 3;

    /// <summary>The longest wait before the first retry; each further one may be twice as long. The wait itself is random, so that clients do not come all at once.</summary>
    public TimeSpan RetryWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait before any retry.</summary>
    public TimeSpan RetryMaxWait { get; init; } = TimeSpan.FromSeconds(20);

    public int MaxConnectionsPerServer { get; init; } = 20;

    /// <summary>How many answers of each kind are kept; of more, those that were not used lately go.</summary>
    public int CacheCapacity { get; init; } = 1000;

    /// <summary>How old an answer on what is newest may be: latest versions and associations change.</summary>
    public TimeSpan LatestTimeToLive { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it is remembered that something is not there. Short, since it may come; zero to ask each time.</summary>
    public TimeSpan MissingTimeToLive { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Sends the requests, in place of a handler that the client makes from these options; not disposed of.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
