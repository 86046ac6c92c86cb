using Registry.Hosting;
using Registry.Topic;

if (!RegistryOptions.Read(Environment.GetEnvironmentVariables()).TryGet(out var options, out var faults))
{
    await Console.Error.WriteLineAsync(faults);
    return 2;
}
try
{
    await using var app = await RegistryServer.BuildAsync(options, CancellationToken.None);
    await app.StartAsync();
    Banner.Write(Console.Out, options, string.Join(", ", app.Urls));
    await app.WaitForShutdownAsync();
    return 0;
}
// Both messages say what is wrong and what to do; a stack trace would only hide it.
catch (Exception e) when (e is TopicUnavailableException or IOException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
