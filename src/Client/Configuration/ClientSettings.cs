using System.Net;
using System.Security.Cryptography.X509Certificates;
using Registry.Schemas;

namespace Registry.Client;

/// <summary>What has been read of a configuration so far; some options only mean something together.</summary>
internal sealed class ClientSettings
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public List<string> Faults { get; } = [];

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RegistryClientOptions Options { get; set; } = new() { Urls = [] };

    /// <summary>Keeps a text for when all are there.</summary>
    public string? Keep(string name, string value)
    {
        _texts[name] = value;
        return null;
    }

    public Result<RegistryClientOptions, IReadOnlyList<string>> ToOptions()
    {
        if (Options.Urls.Count == 0 && Faults.Count == 0)
            Faults.Add("schema.registry.url: it is missing. Give the URL of the registry, as http://localhost:8081, or several with commas");
        var options = Options with { Headers = Headers, Credentials = Credentials(), Tls = Tls(), Proxy = Proxy() };
        return Faults.Count == 0 ? options : Faults;
    }

    private RegistryCredentials? Credentials()
    {
        var basic = Basic();
        var bearer = Bearer();
        if (basic is not null && bearer is not null)
            Faults.Add("basic.auth.user.info, bearer.auth.*: a request can carry only one of them");
        return basic ?? bearer;
    }

    private RegistryCredentials? Basic()
    {
        var info = Text(ClientProperties.BasicUserInfo);
        var source = Text(ClientProperties.BasicSource)?.ToUpperInvariant() ?? (info is null ? "URL" : "USER_INFO");
        switch (source)
        {
            case "URL":
                return null;
            case "USER_INFO" when info is not null && info.Contains(':', StringComparison.Ordinal):
                var colon = info.IndexOf(':', StringComparison.Ordinal);
                return RegistryCredentials.Basic(info[..colon], info[(colon + 1)..]);
            case "USER_INFO":
                Faults.Add($"{ClientProperties.BasicUserInfo}: it should be user:password");
                return null;
            case "SASL_INHERIT" when SaslLogin.Read(Text(ClientProperties.SaslUser), Text(ClientProperties.SaslPassword), Text(ClientProperties.SaslJaas)) is { } login:
                return RegistryCredentials.Basic(login.User, login.Password);
            case "SASL_INHERIT":
                Faults.Add($"{ClientProperties.BasicSource}: SASL_INHERIT takes user and password from sasl.username and sasl.password, or from sasl.jaas.config, and there are none");
                return null;
            default:
                Faults.Add($"{ClientProperties.BasicSource}: {source} is none of URL, USER_INFO, SASL_INHERIT");
                return null;
        }
    }

    private RegistryCredentials? Bearer()
    {
        var source = Text(ClientProperties.BearerSource)?.ToUpperInvariant();
        var token = Text(ClientProperties.BearerToken);
        if (source is null && token is null)
            return null;
        if (Text(ClientProperties.BearerCluster) is { } cluster)
            Headers["target-sr-cluster"] = cluster;
        if (Text(ClientProperties.BearerPool) is { } pool)
            Headers["Confluent-Identity-Pool-Id"] = pool;
        switch (source ?? "STATIC_TOKEN")
        {
            case "STATIC_TOKEN" when token is not null:
                return RegistryCredentials.Bearer(token);
            case "STATIC_TOKEN":
                Faults.Add($"{ClientProperties.BearerToken}: it is missing");
                return null;
            case "OAUTHBEARER":
                return OAuth();
            default:
                Faults.Add($"{ClientProperties.BearerSource}: {source} is none of STATIC_TOKEN, OAUTHBEARER; give tokens of another kind as RegistryClientOptions.Credentials");
                return null;
        }
    }

    private RegistryCredentials? OAuth()
    {
        var missing = new[] { ClientProperties.OAuthIssuer, ClientProperties.OAuthClient, ClientProperties.OAuthSecret }.Where(name => Text(name) is null).ToList();
        if (missing.Count > 0 || !Uri.TryCreate(Text(ClientProperties.OAuthIssuer), UriKind.Absolute, out var issuer))
        {
            Faults.Add($"{string.Join(", ", missing.DefaultIfEmpty(ClientProperties.OAuthIssuer))}: OAUTHBEARER needs the issuer's URL, the client's id and its secret");
            return null;
        }
        var buffer = TimeSpan.FromSeconds(int.TryParse(Text(ClientProperties.OAuthBuffer), out var seconds) ? seconds : 300);
        return RegistryCredentials.Bearer(new OAuthTokens(issuer, Text(ClientProperties.OAuthClient)!, Text(ClientProperties.OAuthSecret)!, Text(ClientProperties.OAuthScope), buffer, Options.Time).GetAsync);
    }

    private TlsOptions Tls() => Options.Tls with
    {
        TrustedCertificates = Loaded(ClientProperties.TrustStore, path => CertificateFiles.Trusted(path, Text(ClientProperties.TrustStorePassword)))
            ?? Loaded(ClientProperties.TrustedPem, text => FromPem(() => CertificateFiles.FromPem(text))),
        ClientCertificates = Loaded(ClientProperties.KeyStore, path => Text(ClientProperties.KeyFile) is { } key
                ? CertificateFiles.WithKey(path, key, Text(ClientProperties.KeyPassword))
                : CertificateFiles.WithKey(path, Text(ClientProperties.KeyStorePassword) ?? Text(ClientProperties.KeyPassword)))
            ?? Loaded(ClientProperties.ChainPem, chain => FromPem(() => CertificateFiles.WithKeyFromPem(chain, Text(ClientProperties.KeyPem) ?? "", Text(ClientProperties.KeyPassword)))),
    };

    private X509Certificate2Collection? Loaded(string name, Func<string, Result<X509Certificate2Collection, string>> load)
    {
        if (Text(name) is not { } value)
            return null;
        if (load(value).TryGet(out var certificates, out var fault))
            return certificates;
        Faults.Add($"schema.registry.{name}: {fault}");
        return null;
    }

    private static Result<X509Certificate2Collection, string> FromPem(Func<X509Certificate2Collection> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            return $"it is not PEM: {e.Message}";
        }
    }

    private WebProxy? Proxy()
    {
        if (Text(ClientProperties.ProxyHost) is not { } host)
            return null;
        if (int.TryParse(Text(ClientProperties.ProxyPort), out var port) && port is > 0 and <= 65535)
            return new WebProxy(host, port);
        Faults.Add($"{ClientProperties.ProxyPort}: it should be the port of {host}");
        return null;
    }

    private string? Text(string name) => _texts.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
