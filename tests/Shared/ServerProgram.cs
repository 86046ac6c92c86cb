using System.Diagnostics;

namespace Registry.Testing;

/// <summary>
/// The server that tests start as processes of its own: the one that was built beside them, or the program that <c>REGISTRY_SERVER</c> names,
/// such as a published one.
/// </summary>
internal static class ServerProgram
{
    /// <summary>How it is started, from the program on.</summary>
    private static string[] Command => Environment.GetEnvironmentVariable("REGISTRY_SERVER") is { Length: > 0 } program
        ? [program]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "Registry.dll")];

    public static ProcessStartInfo Start() => new(Command[0], Command[1..]) { UseShellExecute = false };

    /// <param name="log">Where what it says goes.</param>
    /// <param name="hosts">A file that stands at <c>/etc/hosts</c> for this process; null for the system's own.</param>
    public static ProcessStartInfo StartWithLog(string log, string? hosts = null) => LoggedStart.Of(log, hosts is null ? Command : [.. WithHosts(hosts), .. Command]);

    /// <summary>What to put before a command so that it runs with its own <c>/etc/hosts</c>.</summary>
    public static string[] WithHosts(string hosts) => ["unshare", "-rm", "/bin/sh", "-c", "mount --bind \"$0\" /etc/hosts && exec \"$@\"", hosts];
}
