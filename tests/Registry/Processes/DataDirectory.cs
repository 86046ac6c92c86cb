namespace Registry.Tests.Processes;

/// <summary>A data directory that goes when the test ends.</summary>
internal sealed class DataDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("registry-process-").FullName;

    public string Database => System.IO.Path.Combine(Path, "schemas.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
