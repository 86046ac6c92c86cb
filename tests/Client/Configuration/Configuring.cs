namespace Registry.Client.Tests.Configuration;

/// <summary>Options from properties.</summary>
public sealed class Configuring
{
    private static readonly string[] s_url = ["schema.registry.url=http://one"];

    [Fact]
    public void Several_urls_are_nodes_and_one_without_a_scheme_is_http() =>
        Assert.Equal([new Uri("http://one:8081"), new Uri("https://two/base")], Options("schema.registry.url=one:8081, https://two/base").Urls);

    [Fact]
    public void Javas_names_and_those_of_dotnet_set_the_same()
    {
        var java = Options("max.retries=5", "retries.wait.ms=7", "http.read.timeout.ms=9", "max.schemas.per.subject=11", "latest.cache.ttl.sec=-1", "missing.id.cache.ttl.sec=3");
        var dotnet = Options("schema.registry.max.retries=5", "schema.registry.retries.wait.ms=7", "schema.registry.request.timeout.ms=9", "schema.registry.max.cached.schemas=11", "schema.registry.latest.cache.ttl.secs=-1", "missing.id.cache.ttl.sec=3");

        Assert.Equal((5, 7, 9, 11), (java.MaxRetries, (int)java.RetryWait.TotalMilliseconds, (int)java.RequestTimeout.TotalMilliseconds, java.CacheCapacity));
        Assert.Equal((Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(3)), (java.LatestTimeToLive, java.MissingTimeToLive));
        Assert.Equal(java with { Tls = dotnet.Tls, Headers = dotnet.Headers, Urls = dotnet.Urls }, dotnet);
    }

    [Fact]
    public void The_prefixed_name_wins() => Assert.Equal(2, Options("schema.registry.max.retries=2", "max.retries=1").MaxRetries);

    [Fact]
    public void Unknown_names_are_told_with_what_they_may_mean()
    {
        var configuration = From("max.retrys=1", "key.converter=x");

        Assert.Equal(["key.converter", "max.retrys"], configuration.UnknownOptions.Order(StringComparer.Ordinal));
        Assert.Equal("max.retries", ClientConfiguration.Suggest("max.retrys"));
        Assert.Null(ClientConfiguration.Suggest("key.converter"));
    }

    [Fact]
    public void Kafkas_own_tls_settings_are_not_the_registrys() =>
        Assert.Equal(["ssl.truststore.location"], From("ssl.truststore.location=/nowhere/kafka.jks").UnknownOptions);

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var refusal = Assert.Throws<ClientConfigurationException>(() => From("max.retries=many", "retries.wait.ms=0", "basic.auth.credentials.source=FILE", "schema.registry.ssl.truststore.location=/nowhere"));

        Assert.Equal(4, refusal.Faults.Count);
        Assert.Contains("max.retries: many is not a whole number from 0 up", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("FILE is none of URL, USER_INFO, SASL_INHERIT", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("schema.registry.ssl.truststore.location: /nowhere cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema.registry.url=", "it is empty")]
    [InlineData("schema.registry.url=ftp://one", "it should be URLs like http://localhost:8081")]
    [InlineData("other=1", "schema.registry.url: it is missing")]
    public void Without_a_url_there_is_no_client(string property, string fault) =>
        Assert.Contains(fault, Assert.Throws<ClientConfigurationException>(() => ClientConfiguration.From(Parsed([property]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_store_that_only_java_reads_is_told_with_its_remedy()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0xFE, 0xED, 0xFE, 0xED, 0, 0, 0, 2]);
            var refusal = Assert.Throws<ClientConfigurationException>(() => From($"schema.registry.ssl.truststore.location={path}"));
            Assert.Contains("keytool -importkeystore", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static RegistryClientOptions Options(params string[] properties) => From(properties).Options;

    private static ClientConfiguration From(params string[] properties) => ClientConfiguration.From(Parsed([.. s_url, .. properties]));

    private static Dictionary<string, string> Parsed(IEnumerable<string> properties)
    {
        var parsed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in properties)
            parsed[property[..property.IndexOf('=', StringComparison.Ordinal)]] = property[(property.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return parsed;
    }
}
