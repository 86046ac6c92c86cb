using Testcontainers.Kafka;

namespace Registry.Testing.Kafka;

/// <summary>
/// The brokers of the tests: those named by KAFKA_BOOTSTRAP_SERVERS; else one started from the distribution in KAFKA_HOME; else one in a
/// container. Where there is none of these the tests are skipped, and say so. Started once for all tests of an assembly, which use topics
/// and groups of their own.
/// </summary>
public sealed class KafkaBroker : IAsyncLifetime
{
    private const string Missing = "No broker: set KAFKA_BOOTSTRAP_SERVERS, or KAFKA_HOME to a Kafka distribution, or start a Docker engine.";

    private IAsyncDisposable? _started;
    private string? _bootstrapServers;

    /// <summary>A distribution from which tests start brokers that they may kill; null where there is none.</summary>
    public static string? Home { get; } = Environment.GetEnvironmentVariable("KAFKA_HOME") is { Length: > 0 } home ? home : null;

    /// <summary>Skips the running test where there are no brokers.</summary>
    public string BootstrapServers
    {
        get
        {
            Assert.SkipWhen(_bootstrapServers is null, Missing);
            return _bootstrapServers!;
        }
    }

    /// <summary>A broker that the running test may do anything to; skips the test where none can be started.</summary>
    /// <param name="advertised">See <see cref="KafkaProcess.StartAsync"/>.</param>
    public static Task<KafkaProcess> StartOwnAsync(CancellationToken cancellationToken, string? advertised = null)
    {
        Assert.SkipWhen(Home is null, "No broker that may be killed: set KAFKA_HOME to a Kafka distribution.");
        return KafkaProcess.StartAsync(Home!, cancellationToken, advertised);
    }

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("KAFKA_BOOTSTRAP_SERVERS") is { Length: > 0 } named)
        {
            _bootstrapServers = named;
        }
        else if (Home is not null)
        {
            var broker = await KafkaProcess.StartAsync(Home, CancellationToken.None);
            (_started, _bootstrapServers) = (broker, broker.BootstrapServers);
        }
        else if (HasDocker())
        {
            var container = new KafkaBuilder("apache/kafka-native:4.1.0").Build();
            await container.StartAsync();
            (_started, _bootstrapServers) = (container, container.GetBootstrapAddress());
        }
    }

    public ValueTask DisposeAsync() => _started?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static bool HasDocker() => Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists("/var/run/docker.sock");
}
