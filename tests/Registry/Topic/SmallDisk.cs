using System.Diagnostics;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

/// <summary>A file system in memory with a size of its own. Needs the right to mount; without it the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static async Task<SmallDisk> MountAsync(string below, string size)
    {
        var path = Directory.CreateDirectory(System.IO.Path.Combine(below, "disk")).FullName;
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !await TryRunAsync("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", path))
            Assert.Skip("Mounting a small disk needs Linux and the rights of root.");
        return new SmallDisk(path);
    }

    public async Task ResizeAsync(string size) => Assert.True(await TryRunAsync("mount", "-o", $"remount,size={size}", Path));

    public async Task MakeReadOnlyAsync() => Assert.True(await TryRunAsync("mount", "-o", "remount,ro", Path));

    public void Dispose()
    {
        using var process = Process.Start("umount", ["--lazy", Path]);
        process.WaitForExit();
    }

    private static async Task<bool> TryRunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        await process.WaitForExitAsync(Token);
        return process.ExitCode == 0;
    }
}
