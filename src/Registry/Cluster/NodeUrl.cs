using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Registry.Cluster;

/// <summary>The URL at which other nodes reach this one.</summary>
public sealed class NodeUrl(IServer server, ClusterOptions options)
{
    // A listener of all addresses has one of these for its host.
    private static readonly HashSet<string> s_any = new(StringComparer.Ordinal) { "0.0.0.0", "[::]", "+", "*" };

    /// <summary>Known once the server listens: only then has a port been chosen where any would do.</summary>
    public Uri Value => field ??= Find();

    // The last listener counts, as in the reference (spec 7.2).
    private Uri Find()
    {
        var listener = server.Features.Get<IServerAddressesFeature>()!.Addresses.Select(BindingAddress.Parse).Last();
        var host = options.Host ?? (s_any.Contains(listener.Host) ? Dns.GetHostName() : listener.Host);
        return new UriBuilder(listener.Scheme, host, options.Port ?? listener.Port).Uri;
    }
}
