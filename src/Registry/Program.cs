using Registry.Hosting;
using Registry.Http;
using Registry.Topic;

const int WrongUsage = 2;
if (!CommandLine.Parse(args).TryGet(out var line, out var fault))
    return await RefuseAsync(fault, WrongUsage);
switch (line.Action)
{
    case CommandLineAction.Help:
        ConfigurationText.WriteHelp(Console.Out);
        return 0;
    case CommandLineAction.Version:
        await Console.Out.WriteLineAsync(ServerEndpoints.Version);
        return 0;
}
try
{
    if (!ReadSettings(line.PropertiesFile).TryGet(out var configuration, out fault))
        return await RefuseAsync(fault, WrongUsage);
    if (line.Action == CommandLineAction.PrintConfiguration)
    {
        ConfigurationText.WriteSettings(Console.Out, configuration);
        return 0;
    }
    await using var app = await RegistryServer.BuildAsync(RegistryOptions.From(configuration), CancellationToken.None);
    await app.StartAsync();
    Banner.Write(Console.Out, configuration, string.Join(", ", app.Urls));
    await app.WaitForShutdownAsync();
    return 0;
}
// These messages say what is wrong and what to do; a stack trace would only hide it.
catch (Exception e) when (e is TopicUnavailableException or IOException or InvalidDataException or UnauthorizedAccessException)
{
    return await RefuseAsync(e.Message, 1);
}

static Registry.Schemas.Result<RegistryConfiguration, string> ReadSettings(string? propertiesFile) => RegistryConfiguration.From([
    .. SettingSources.FromAppSettings(Directory.GetCurrentDirectory()),
    .. propertiesFile is null ? [] : SettingSources.FromFile(propertiesFile),
    .. SettingSources.FromEnvironment(Environment.GetEnvironmentVariables()),
]);

static async Task<int> RefuseAsync(string message, int exitCode)
{
    await Console.Error.WriteLineAsync(message);
    return exitCode;
}
