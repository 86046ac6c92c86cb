using System.Net.Http.Headers;
using System.Text;

namespace Registry.Client;

/// <summary>Says who the client is, in the headers of each request.</summary>
public abstract class RegistryCredentials
{
    /// <summary>User and password.</summary>
    public static RegistryCredentials Basic(string user, string password) => new BasicCredentials(user, password);

    /// <summary>One token for all requests.</summary>
    public static RegistryCredentials Bearer(string token) => new BearerCredentials(_ => new ValueTask<string>(token));

    /// <summary>Tokens from somewhere that knows when they have to be renewed; asked before each request.</summary>
    public static RegistryCredentials Bearer(Func<CancellationToken, ValueTask<string>> token) => new BearerCredentials(token);

    internal abstract ValueTask<AuthenticationHeaderValue> HeaderAsync(CancellationToken cancellationToken);

    private sealed class BasicCredentials(string user, string password) : RegistryCredentials
    {
        private readonly AuthenticationHeaderValue _header = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

        internal override ValueTask<AuthenticationHeaderValue> HeaderAsync(CancellationToken cancellationToken) => new(_header);
    }

    private sealed class BearerCredentials(Func<CancellationToken, ValueTask<string>> token) : RegistryCredentials
    {
        internal override async ValueTask<AuthenticationHeaderValue> HeaderAsync(CancellationToken cancellationToken) =>
            new("Bearer", await token(cancellationToken).ConfigureAwait(false));
    }
}
