using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Registry.Client;

/// <summary>Every property of the client, without the prefix <c>schema.registry.</c>; Java's names first, then those of Confluent's .NET client where they differ.</summary>
internal static class ClientProperties
{
    public const string BasicSource = "basic.auth.credentials.source";
    public const string BasicUserInfo = "basic.auth.user.info";
    public const string SaslJaas = "sasl.jaas.config";
    public const string SaslUser = "sasl.username";
    public const string SaslPassword = "sasl.password";
    public const string BearerSource = "bearer.auth.credentials.source";
    public const string BearerToken = "bearer.auth.token";
    public const string BearerCluster = "bearer.auth.logical.cluster";
    public const string BearerPool = "bearer.auth.identity.pool.id";
    public const string OAuthIssuer = "bearer.auth.issuer.endpoint.url";
    public const string OAuthClient = "bearer.auth.client.id";
    public const string OAuthSecret = "bearer.auth.client.secret";
    public const string OAuthScope = "bearer.auth.scope";
    public const string OAuthBuffer = "bearer.auth.cache.expiry.buffer.seconds";
    public const string TrustStore = "ssl.truststore.location";
    public const string TrustStorePassword = "ssl.truststore.password";
    public const string TrustedPem = "ssl.truststore.certificates";
    public const string KeyStore = "ssl.keystore.location";
    public const string KeyStorePassword = "ssl.keystore.password";
    public const string KeyPassword = "ssl.key.password";
    public const string KeyFile = "ssl.key.location";
    public const string ChainPem = "ssl.keystore.certificate.chain";
    public const string KeyPem = "ssl.keystore.key";
    public const string ProxyHost = "proxy.host";
    public const string ProxyPort = "proxy.port";

    private static readonly FrozenDictionary<string, Func<ClientSettings, string, string?>> s_readers = Readers().ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_readers.Keys;

    /// <summary>What reads a property's value; it answers what is wrong with it, or null.</summary>
    public static bool TryGet(string name, [NotNullWhen(true)] out Func<ClientSettings, string, string?>? read) => s_readers.TryGetValue(name, out read);

    private static IEnumerable<KeyValuePair<string, Func<ClientSettings, string, string?>>> Readers()
    {
        yield return new("url", Urls);
        yield return Flag("url.randomize", (options, on) => options with { RandomizeUrls = on });
        yield return Duration("http.connect.timeout.ms", 1, (options, time) => options with { ConnectTimeout = time });
        foreach (var name in new[] { "http.read.timeout.ms", "request.timeout.ms" })
            yield return Duration(name, 1, (options, time) => options with { RequestTimeout = time });
        yield return Number("max.retries", 0, (options, number) => options with { MaxRetries = number });
        yield return Duration("retries.wait.ms", 1, (options, time) => options with { RetryWait = time });
        yield return Duration("retries.max.wait.ms", 1, (options, time) => options with { RetryMaxWait = time });
        yield return Number("connections.max.per.server", 1, (options, number) => options with { MaxConnectionsPerServer = number });
        foreach (var name in new[] { "max.schemas.per.subject", "max.cached.schemas" })
            yield return Number(name, 1, (options, number) => options with { CacheCapacity = number });
        foreach (var name in new[] { "latest.cache.ttl.sec", "latest.cache.ttl.secs" })
            yield return Number(name, -1, (options, seconds) => options with { LatestTimeToLive = seconds < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds) });
        foreach (var name in new[] { "missing.schema.cache.ttl.sec", "missing.id.cache.ttl.sec", "missing.version.cache.ttl.sec" })
            yield return Number(name, 0, (options, seconds) => options with { MissingTimeToLive = TimeSpan.FromSeconds(seconds) });
        yield return new("ssl.endpoint.identification.algorithm", HostNames);
        yield return Flag("enable.ssl.certificate.verification", (options, on) => options with { Tls = options.Tls with { VerifyCertificate = on } });
        // Stores are told apart by what they hold.
        foreach (var name in new[] { "ssl.truststore.type", "ssl.keystore.type" })
            yield return new(name, (_, value) => value.ToUpperInvariant() is "PEM" or "PKCS12" or "JKS" ? null : $"{value} is none of PEM, PKCS12, JKS");
        yield return new("ssl.ca.location", (settings, value) => settings.Keep(TrustStore, value));
        yield return new("ssl.certificate.location", (settings, value) => settings.Keep(KeyStore, value));
        foreach (var name in Kept)
            yield return new(name, (settings, value) => settings.Keep(name, value));
    }

    private static IEnumerable<string> Kept =>
    [
        BasicSource, BasicUserInfo, SaslJaas, SaslUser, SaslPassword, BearerSource, BearerToken, BearerCluster, BearerPool, OAuthIssuer, OAuthClient, OAuthSecret, OAuthScope, OAuthBuffer,
        TrustStore, TrustStorePassword, TrustedPem, KeyStore, KeyStorePassword, KeyPassword, KeyFile, ChainPem, KeyPem, ProxyHost, ProxyPort,
    ];

    private static string? Urls(ClientSettings settings, string value)
    {
        var urls = new List<Uri>();
        foreach (var text in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // A host alone is what people write for Kafka; there it has no scheme.
            if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                return "it should be URLs like http://localhost:8081, separated by commas";
            urls.Add(url);
        }
        settings.Options = settings.Options with { Urls = urls };
        return urls.Count > 0 ? null : "it is empty. Give the URL of the registry, as http://localhost:8081";
    }

    private static string? HostNames(ClientSettings settings, string value)
    {
        if (value.Length > 0 && !value.Equals("https", StringComparison.OrdinalIgnoreCase) && !value.Equals("none", StringComparison.OrdinalIgnoreCase))
            return $"{value} is neither https nor empty";
        settings.Options = settings.Options with { Tls = settings.Options.Tls with { VerifyHostName = value.Equals("https", StringComparison.OrdinalIgnoreCase) } };
        return null;
    }

    private static KeyValuePair<string, Func<ClientSettings, string, string?>> Flag(string name, Func<RegistryClientOptions, bool, RegistryClientOptions> set) => new(name, (settings, value) =>
    {
        if (!bool.TryParse(value, out var on))
            return $"{value} is neither true nor false";
        settings.Options = set(settings.Options, on);
        return null;
    });

    private static KeyValuePair<string, Func<ClientSettings, string, string?>> Number(string name, int least, Func<RegistryClientOptions, int, RegistryClientOptions> set) => new(name, (settings, value) =>
    {
        if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least)
            return $"{value} is not a whole number from {least} up";
        settings.Options = set(settings.Options, number);
        return null;
    });

    private static KeyValuePair<string, Func<ClientSettings, string, string?>> Duration(string name, int least, Func<RegistryClientOptions, TimeSpan, RegistryClientOptions> set) =>
        Number(name, least, (options, milliseconds) => set(options, TimeSpan.FromMilliseconds(milliseconds)));
}
