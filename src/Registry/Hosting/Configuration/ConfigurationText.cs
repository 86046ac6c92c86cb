namespace Registry.Hosting;

/// <summary>The texts of <c>--help</c> and <c>--print-config</c>, both made from the table of properties.</summary>
public static class ConfigurationText
{
    public static void WriteHelp(TextWriter output)
    {
        output.WriteLine("""
            A schema registry for Apache Kafka.

            Usage: Registry [FILE.properties] [--print-config | --version | --help]

              FILE.properties   settings, one name=value a line
              --print-config    show every setting, its value and where it came from; serve nothing
              --version         show the version; serve nothing
              --help            show this; serve nothing

            A setting comes from, the first that has it: the environment (listeners is SCHEMA_REGISTRY_LISTENERS,
            schema.compatibility.level is SCHEMA_REGISTRY_SCHEMA_COMPATIBILITY_LEVEL), FILE.properties, the section
            "Registry" of appsettings.json in the working directory, its default.

            Settings:
            """);
        foreach (var property in Properties.All)
        {
            output.WriteLine($"  {property.Name} = {property.Default}");
            output.WriteLine($"      {property.Meaning}{(property.DeprecatedName is { } old ? $" Also as {old} (deprecated)." : "")}");
        }
    }

    /// <summary>As a properties file that sets the same, secrets apart.</summary>
    public static void WriteSettings(TextWriter output, RegistryConfiguration configuration)
    {
        foreach (var property in Properties.All)
            Write(output, configuration.Find(property) with { Name = property.Name }, property.Default);
        foreach (var setting in configuration.KafkaClientSettings)
            Write(output, setting with { Name = Properties.KafkaPrefix + setting.Name }, "");
        foreach (var notice in configuration.Notices)
            output.WriteLine($"# {notice}");
    }

    private static void Write(TextWriter output, Setting setting, string standard)
    {
        output.WriteLine(setting.Source == "default" ? "# default" : $"# from {setting.Source}; default {(standard.Length == 0 ? "none" : standard)}");
        output.WriteLine($"{setting.Name}={setting.Shown}");
    }
}
