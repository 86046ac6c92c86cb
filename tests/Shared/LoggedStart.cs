using System.Diagnostics;

namespace Registry.Testing;

/// <summary>Starts of programs whose words go to a file.</summary>
public static class LoggedStart
{
    /// <summary>A shell becomes the program, and so does a script that becomes another: one process, to which signals go.</summary>
    /// <param name="log">What the program says is added to it.</param>
    public static ProcessStartInfo Of(string log, params string[] command) =>
        new("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "sh", log, .. command]) { UseShellExecute = false };
}
