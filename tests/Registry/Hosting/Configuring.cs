using System.Collections;
using Registry.Hosting;
using Registry.Schemas;

namespace Registry.Tests.Hosting;

public sealed class Configuring
{
    [Fact]
    public void What_is_not_set_has_its_default()
    {
        var configuration = Read();
        Assert.Equal("http://0.0.0.0:8081", configuration.Get(Properties.Listeners));
        Assert.Empty(configuration.Differences);
    }

    [Fact]
    public void Every_default_is_valid() => Assert.All(Properties.All, property => Assert.Null(property.Fault(property.Default)));

    [Fact]
    public void The_options_without_a_configuration_are_its_defaults() => Assert.Equal(new RegistryOptions(), RegistryOptions.From(Read()));

    [Fact]
    public void Of_two_sources_the_later_counts_and_is_named()
    {
        var configuration = Read(new("data.dir", "one", "a.properties"), new("data.dir", "two", "SCHEMA_REGISTRY_DATA_DIR"));
        Assert.Equal([new Setting("data.dir", "two", "SCHEMA_REGISTRY_DATA_DIR")], configuration.Differences);
    }

    [Fact]
    public void A_deprecated_name_wins_over_the_new_one()
    {
        var configuration = Read(new("avro.compatibility.level", "full", "f"), new("schema.compatibility.level", "none", "f"));
        Assert.Equal(CompatibilityLevel.Full, configuration.Get(Properties.CompatibilityLevel));
    }

    [Fact]
    public void Every_fault_is_reported_at_once_with_its_source()
    {
        var faults = Faults(
            new("listeners", "https://x:1,nonsense", "SCHEMA_REGISTRY_LISTENERS"),
            new("mode.mutability", "perhaps", "a.properties"),
            new("schema.compatability.level", "FULL", "a.properties"));
        Assert.Equal(3, faults.Length);
        Assert.Contains("TLS", faults[0], StringComparison.Ordinal);
        Assert.Contains("'nonsense' is not a URL", faults[0], StringComparison.Ordinal);
        Assert.Equal("mode.mutability (from a.properties): 'perhaps' is neither true nor false.", faults[1]);
        Assert.Equal("schema.compatability.level (from a.properties): there is no such property; did you mean schema.compatibility.level?", faults[2]);
    }

    [Fact]
    public void A_name_without_a_meaning_here_is_noticed_and_nothing_else() =>
        Assert.Equal(["thread.pool.max (from f) has no meaning here and is ignored"], Read(new Setting("thread.pool.max", "3", "f")).Notices);

    [Fact]
    public void Properties_for_Kafka_clients_lose_their_prefix()
    {
        var setting = Assert.Single(Read(new Setting("kafkastore.sasl.jaas.config", "user and password", "f")).KafkaClientSettings);
        Assert.Equal(("sasl.jaas.config", "user and password", "********"), (setting.Name, setting.Value, setting.Shown));
    }

    [Fact]
    public void Brokers_bring_the_topic_to_Kafka_with_what_Javas_clients_are_told()
    {
        var kafka = RegistryOptions.From(Read(
            new("kafkastore.bootstrap.servers", "k1:9093,k2:9093", "f"), new("kafkastore.security.protocol", "SASL_SSL", "f"), new("kafkastore.sasl.mechanism", "PLAIN", "f"),
            new("kafkastore.sasl.jaas.config", """org.apache.kafka.common.security.plain.PlainLoginModule required username="me" password="a\"b";""", "f"),
            new("kafkastore.ssl.truststore.location", "/etc/ca.pem", "f"), new("kafkastore.ssl.endpoint.identification.algorithm", "", "f"),
            new("kafkastore.topic", "schemas", "f"), new("kafkastore.topic.config.min.insync.replicas", "2", "f"))).Kafka!;

        Assert.Equal(
            [
                "bootstrap.servers=k1:9093,k2:9093", "sasl.mechanism=PLAIN", "sasl.password=a\"b", "sasl.username=me", "security.protocol=SASL_SSL", "ssl.ca.location=/etc/ca.pem",
                "ssl.endpoint.identification.algorithm=none",
            ],
            kafka.Client.Select(it => $"{it.Key}={it.Value}"));
        Assert.Equal("schemas", kafka.Topic);
        Assert.Equal("2", kafka.TopicConfig["min.insync.replicas"]);
    }

    [Fact]
    public void What_only_Java_reads_is_told_with_the_way_out()
    {
        var faults = Faults(
            new("kafkastore.bootstrap.servers", "k:9092", "f"), new("kafkastore.ssl.truststore.location", "/etc/trust.jks", "f"), new("kafkastore.sasl.jaas.config", "Krb5LoginModule required;", "f"));

        Assert.Contains(faults, fault => fault.Contains("keytool -importkeystore", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("kafkastore.sasl.jaas.config (from f)", StringComparison.Ordinal));
    }

    [Fact]
    public void Kafka_settings_without_brokers_are_noticed() =>
        Assert.Equal(["kafkastore.timeout.ms (from f) has no meaning here and is ignored"], Read(new Setting("kafkastore.timeout.ms", "500", "f")).Notices);

    [Theory]
    [InlineData("SCHEMA_REGISTRY_DATA_DIR", "data.dir")]
    [InlineData("SCHEMA_REGISTRY_A__B", "a-b")]
    [InlineData("SCHEMA_REGISTRY_A___B", "a_b")]
    public void Variables_are_spelled_as_container_images_do(string variable, string name)
    {
        var environment = new Hashtable { [variable] = " value ", ["SCHEMA_REGISTRY_EMPTY"] = "", ["OTHER"] = "x" };
        Assert.Equal([new Setting(name, "value", variable)], SettingSources.FromEnvironment(environment));
        Assert.Equal(variable, SettingSources.VariableOf(name));
    }

    [Fact]
    public void Appsettings_may_be_nested_or_have_dots()
    {
        var directory = Directory.CreateTempSubdirectory("registry-test-");
        try
        {
            Assert.Empty(SettingSources.FromAppSettings(directory.FullName));
            File.WriteAllText(Path.Combine(directory.FullName, "appsettings.json"), """{"Registry": {"data.dir": "x", "mode": {"mutability": "false"}}, "Other": 1}""");
            Assert.Equal(
                [("data.dir", "x"), ("mode.mutability", "false")],
                SettingSources.FromAppSettings(directory.FullName).Select(it => (it.Name, it.Value)).Order());
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_is_printed_reads_back_as_the_same_settings()
    {
        var configuration = Read(new("data.dir", "/var/lib/registry", "SCHEMA_REGISTRY_DATA_DIR"), new("kafkastore.ssl.key.password", "hidden", "f"));
        var output = new StringWriter();
        ConfigurationText.WriteSettings(output, configuration);
        Assert.Contains("# from SCHEMA_REGISTRY_DATA_DIR; default data", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", output.ToString(), StringComparison.Ordinal);
        var read = PropertiesFile.Parse(output.ToString()).ToDictionary(it => it.Name, it => it.Value, StringComparer.Ordinal);
        Assert.All(Properties.All, property => Assert.Equal(configuration.Find(property).Value, read[property.Name]));
    }

    [Fact]
    public void The_help_names_every_property()
    {
        var output = new StringWriter();
        ConfigurationText.WriteHelp(output);
        Assert.All(Properties.Names, name => Assert.Contains(name, output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Arguments_are_a_file_and_what_to_do() =>
        Assert.Equal(new CommandLine(CommandLineAction.PrintConfiguration, "a.properties"), Parsed("a.properties", "--print-config"));

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("a.properties", "b.properties")]
    public void Wrong_arguments_are_refused(params string[] arguments) => Assert.False(CommandLine.Parse(arguments).TryGet(out _, out _));

    private static CommandLine Parsed(params string[] arguments) => CommandLine.Parse(arguments).TryGet(out var line, out var fault) ? line : throw new InvalidDataException(fault);

    private static RegistryConfiguration Read(params Setting[] settings) =>
        RegistryConfiguration.From(settings).TryGet(out var configuration, out var faults) ? configuration : throw new InvalidDataException(faults);

    private static string[] Faults(params Setting[] settings)
    {
        Assert.False(RegistryConfiguration.From(settings).TryGet(out _, out var faults));
        return faults!.Split(Environment.NewLine);
    }
}
