using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Registry.Schemas;
using Registry.Topic.Kafka;

namespace Registry.Hosting;

/// <summary>
/// What <c>kafkastore.*</c> says, as our Kafka client takes it. The names are those of Java's client (spec 8.1), since that is what
/// configurations hold; where librdkafka has another name, or wants the same thing in another form, it is brought into that.
/// </summary>
/// <param name="Options">Null where no brokers are named.</param>
/// <param name="Faults">What cannot be brought into the form that is needed.</param>
/// <param name="Notices">What is set and has no meaning here.</param>
internal sealed partial record KafkaSettings(KafkaOptions? Options, ImmutableArray<string> Faults, ImmutableArray<string> Notices)
{
    private const string TopicConfigPrefix = "topic.config.";

    // Of the reference itself, or of Java's own TLS: nothing that librdkafka could do anything with.
    private static readonly ImmutableHashSet<string> s_withoutMeaning = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "timeout.ms", "init.timeout.ms", "init.wait.for.reader", "write.max.retries", "group.id", "checkpoint.dir", "checkpoint.version", "update.handlers",
        "connection.url", "ssl.protocol", "ssl.provider", "ssl.trustmanager.algorithm", "ssl.keymanager.algorithm", "ssl.enabled.protocols",
        "sasl.kerberos.ticket.renew.jitter", "sasl.kerberos.ticket.renew.window.factor", "sasl.login.callback.handler.class");

    public static KafkaSettings From(RegistryConfiguration configuration)
    {
        var given = configuration.KafkaClientSettings.ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        var brokers = configuration.Get(Properties.BootstrapServers);
        if (brokers.Length == 0)
            return new(null, [], [.. given.Values.Select(Ignored)]);
        var client = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        client["bootstrap.servers"] = brokers;
        List<string> faults = [];
        foreach (var setting in given.Values.Where(setting => !s_withoutMeaning.Contains(setting.Name) && !IsForTopic(setting)))
        {
            if (Translate(setting, given).TryGet(out var translated, out var fault))
                client.AddRange(translated);
            else
                faults.Add($"{Properties.KafkaPrefix}{setting.Name} (from {setting.Source}): {fault.Reason}.");
        }
        var options = new KafkaOptions
        {
            Client = client.ToImmutable(),
            Topic = configuration.Get(Properties.KafkaTopic),
            ReplicationFactor = (short)configuration.Get(Properties.KafkaReplicationFactor),
            SkipValidation = configuration.Get(Properties.KafkaSkipValidation),
            TopicConfig = given.Values.Where(IsForTopic).ToImmutableSortedDictionary(setting => setting.Name[TopicConfigPrefix.Length..], setting => setting.Value, StringComparer.Ordinal),
        };
        return new(options, [.. faults], [.. given.Values.Where(setting => s_withoutMeaning.Contains(setting.Name)).Select(Ignored)]);
    }

    private static bool IsForTopic(Setting setting) => setting.Name.StartsWith(TopicConfigPrefix, StringComparison.Ordinal);

    private static string Ignored(Setting setting) => $"{Properties.KafkaPrefix}{setting.Name} (from {setting.Source}) has no meaning here and is ignored";

    private static Result<KeyValuePair<string, string>[], PropertyFault> Translate(Setting setting, Dictionary<string, Setting> given) => setting.Name switch
    {
        "sasl.jaas.config" => Credentials(setting.Value),
        "ssl.truststore.location" => Type(given, "ssl.truststore.type", setting) switch
        {
            "PEM" => One("ssl.ca.location", setting.Value),
            "PKCS12" => TrustStore.ToPem(setting.Value, given.GetValueOrDefault("ssl.truststore.password")?.Value).TryGet(out var pem, out var fault) ? One("ssl.ca.pem", pem) : fault,
            var other => new PropertyFault(Unreadable(setting.Value, other)),
        },
        "ssl.keystore.location" => Type(given, "ssl.keystore.type", setting) switch
        {
            "PEM" => new KeyValuePair<string, string>[] { new("ssl.certificate.location", setting.Value), new("ssl.key.location", setting.Value) },
            "PKCS12" => One("ssl.keystore.location", setting.Value),
            var other => new PropertyFault(Unreadable(setting.Value, other)),
        },
        "ssl.truststore.certificates" => One("ssl.ca.pem", setting.Value),
        "ssl.keystore.certificate.chain" => One("ssl.certificate.pem", setting.Value),
        "ssl.keystore.key" => One("ssl.key.pem", setting.Value),
        "ssl.keystore.password" when Type(given, "ssl.keystore.type", setting) == "PEM" => Array.Empty<KeyValuePair<string, string>>(),
        "ssl.truststore.password" or "ssl.truststore.type" or "ssl.keystore.type" => Array.Empty<KeyValuePair<string, string>>(),
        "ssl.cipher.suites" => One("ssl.cipher.suites", setting.Value.Replace(',', ':')),
        // Java says it with nothing.
        "ssl.endpoint.identification.algorithm" => One(setting.Name, setting.Value.Length == 0 ? "none" : setting.Value),
        "max.request.size" => One("message.max.bytes", setting.Value),
        "request.timeout.ms" => One("socket.timeout.ms", setting.Value),
        _ => One(setting.Name, setting.Value),
    };

    private static KeyValuePair<string, string>[] One(string name, string value) => [new(name, value)];

    // What is not said follows from the name, as far as it can.
    private static string Type(Dictionary<string, Setting> given, string property, Setting store) => given.TryGetValue(property, out var type)
        ? type.Value.ToUpperInvariant()
        : Path.GetExtension(store.Value).ToUpperInvariant() switch
        {
            ".PEM" or ".CRT" or ".CER" => "PEM",
            ".P12" or ".PFX" => "PKCS12",
            _ => "JKS",
        };

    private static string Unreadable(string file, string type) =>
        $"'{file}' is of type {type}, which only Java reads; make a PKCS12 file of it: keytool -importkeystore -srckeystore {file} -destkeystore {Path.ChangeExtension(file, ".p12")} -deststoretype PKCS12, and name that with type PKCS12";

    // Java's login modules are classes; what they are told is what any client needs.
    private static Result<KeyValuePair<string, string>[], PropertyFault> Credentials(string jaas)
    {
        var options = JaasOption().Matches(jaas).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value.Replace("\\\"", "\"", StringComparison.Ordinal), StringComparer.Ordinal);
        return options.TryGetValue("username", out var user) && options.TryGetValue("password", out var password)
            ? new KeyValuePair<string, string>[] { new("sasl.username", user), new("sasl.password", password) }
            : new PropertyFault("only login modules with a username and a password are understood; set kafkastore.sasl.username and kafkastore.sasl.password, or the sasl.* properties of librdkafka, instead");
    }

    [GeneratedRegex("""(?<name>\w+)\s*=\s*"(?<value>(\\.|[^"\\])*)"|(?<name>\w+)\s*=\s*'(?<value>[^']*)'""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JaasOption();
}
