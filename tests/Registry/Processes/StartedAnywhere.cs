namespace Registry.Tests.Processes;

/// <summary>The directory that a server is started in is the user's: a home, or the root of a disk.</summary>
public sealed class StartedAnywhere : IDisposable
{
    private readonly DataDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_watches_none_of_the_directories_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process watches.");
        using var server = await ServerProcess.StartAsync(_directory.Path);

        Assert.DoesNotContain(
            Directory.EnumerateFiles($"/proc/{server.Id}/fdinfo").SelectMany(LinesOf),
            line => line.StartsWith("inotify", StringComparison.Ordinal));
    }

    // A server opens and closes files all the time; what it watches stays open.
    private static string[] LinesOf(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
