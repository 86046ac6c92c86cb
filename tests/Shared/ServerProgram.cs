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

    /// <summary>What it says goes to a file. The shell becomes the server: one process, to which signals go.</summary>
    public static ProcessStartInfo StartWithLog(string log) =>
        new("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, .. Command]) { UseShellExecute = false };
}
