using Registry.Benchmarks.Load;

// Usage: dotnet run -c Release --project benchmarks/Load [number of versions]. "bare PATTERN FILE" is how it starts its own baseline.
if (args is ["bare", var pattern, var file])
{
    await BareServer.RunAsync(pattern, await File.ReadAllBytesAsync(file));
    return;
}
var versions = args.Length > 0 ? int.Parse(args[0]) : 100_000;
var directory = Directory.CreateTempSubdirectory("registry-load-").FullName;
try
{
    await new LoadRun(directory, versions, Console.Out).RunAsync(CancellationToken.None);
}
finally
{
    Directory.Delete(directory, recursive: true);
}
