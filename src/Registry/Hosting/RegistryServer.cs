using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.ResponseCompression;
using Registry.Avro;
using Registry.Cluster;
using Registry.Domain;
using Registry.Http;
using Registry.JsonSchema;
using Registry.Schemas;
using Registry.Topic;
using Registry.Topic.Embedded;
using Registry.Topic.Kafka;

namespace Registry.Hosting;

/// <summary>Puts the server together: which parts there are and who gets which.</summary>
public static class RegistryServer
{
    /// <exception cref="TopicUnavailableException">The store cannot be used; the message says why and what to do.</exception>
    public static async Task<WebApplication> BuildAsync(RegistryOptions options, CancellationToken cancellationToken)
    {
        if (options.Kafka is not null)
            return Build(options, provider => provider.GetRequiredService<KafkaSchemasTopic>(), _ => { });
        // Side by side: a large file takes about as long to look through as the host to put together.
        var opening = OpenEmbeddedTopicAsync(options, cancellationToken);
        var app = Build(options, _ => new OpeningTopic(opening), _ => { });
        try
        {
            // Before the host starts: a store that cannot be used ends the process with a message, not with a stack trace of the host's.
            await opening;
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a server together over a topic, which it disposes of.</summary>
    /// <param name="change">What differs from a server of its own process, such as where it listens and logs.</param>
    public static WebApplication Build(RegistryOptions options, Func<IServiceProvider, ISchemasTopic> topic, Action<WebApplicationBuilder> change)
    {
        // Settings are read once: to watch for changes the host would watch every directory below the one it was started in.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.WebHost.UseUrls(options.Listeners.Split(',', StringSplitOptions.TrimEntries));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.LargestRequestBody;
        });
        AddLogging(builder.Logging);
        AddDomain(builder.Services, options);
        AddEndpoints(builder.Services);
        builder.Services.AddTelemetry(options.OtlpEndpoint);
        builder.Services.AddApiDescription();
        builder.Services.AddSingleton(new ModePolicy(options.ModesAreMutable));
        builder.Services.AddSingleton(TimeProvider.System);
        // Where there are no brokers.
        builder.Services.AddSingleton(new ClusterIdentity(options.Cluster.GroupId, () => Task.FromResult("embedded")));
        AddTopic(builder.Services, topic);
        if (options.Kafka is { } kafka)
            builder.Services.AddCluster(kafka, options.Cluster);
        change(builder);

        var app = builder.Build();
        app.UseRegistryPipeline();
        app.UseResponseCompression();
        MapEndpoints(new RegistryRoutes(app));
        app.MapHealth();
        app.MapApiDescription();
        app.MapMetrics();
        return app;
    }

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            console.UseUtcTimestamp = true;
        });
        logging.AddFilter("Microsoft", LogLevel.Warning);
        // Its lines about each request are below that anyway, and as long as it may log at all it makes an activity and a scope for each.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    private static void AddDomain(IServiceCollection services, RegistryOptions options)
    {
        // In the order in which the REST API lists them.
        services.AddSingleton<ISchemaFormat, JsonSchemaFormat>();
        services.AddSingleton<ISchemaFormat, AvroFormat>();
        services.AddSingleton<ParsedSchemaCache>();
        services.AddSingleton<SchemaParser>();
        services.AddSingleton(new Settings(options.Defaults));
        services.AddSingleton<Lookup>();
        services.AddSingleton<CompatibilityCheck>();
        services.AddSingleton<CompatibilityTest>();
        services.AddSingleton<Registration>();
        services.AddSingleton<TagChange>();
        services.AddSingleton<TagFilter>();
        services.AddSingleton<AssociationChange>();
        services.AddSingleton<AssociationBatch>();
        services.AddSingleton<ConfigChange>();
        services.AddSingleton<Rendering>();
    }

    private static void AddEndpoints(IServiceCollection services)
    {
        services.AddSingleton<ServerEndpoints>();
        services.AddSingleton<SubjectEndpoints>();
        services.AddSingleton<SchemaEndpoints>();
        services.AddSingleton<CompatibilityEndpoints>();
        services.AddSingleton<ExplanationEndpoints>();
        services.AddSingleton<ConfigEndpoints>();
        services.AddSingleton<ModeEndpoints>();
        services.AddSingleton<ContextEndpoints>();
        services.AddSingleton<AssociationEndpoints>();
        services.AddSingleton<AssociationBatchEndpoints>();
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = MediaTypes.Produced;
        });
    }

    private static void MapEndpoints(RegistryRoutes routes)
    {
        routes.Service<ServerEndpoints>().Map(routes);
        routes.Service<SubjectEndpoints>().Map(routes);
        routes.Service<SchemaEndpoints>().Map(routes);
        routes.Service<CompatibilityEndpoints>().Map(routes);
        routes.Service<ExplanationEndpoints>().Map(routes);
        routes.Service<ConfigEndpoints>().Map(routes);
        routes.Service<ModeEndpoints>().Map(routes);
        routes.Service<ContextEndpoints>().Map(routes);
        routes.Service<AssociationEndpoints>().Map(routes);
        routes.Service<AssociationBatchEndpoints>().Map(routes);
    }

    private static async Task<ISchemasTopic> OpenEmbeddedTopicAsync(RegistryOptions options, CancellationToken cancellationToken)
    {
        using var logging = LoggerFactory.Create(AddLogging);
        return await EmbeddedSchemasTopic.OpenAsync(
            options.DataDirectory, new EmbeddedTopicOptions(), TimeProvider.System, logging.CreateLogger<EmbeddedSchemasTopic>(), cancellationToken);
    }

    private static void AddTopic(IServiceCollection services, Func<IServiceProvider, ISchemasTopic> topic)
    {
        // Made by a factory, so that the container disposes of it, after all that uses it.
        services.AddSingleton<ISchemasTopic>(provider => new MeasuredTopic(topic(provider), provider.GetRequiredService<IMeterFactory>(), TimeProvider.System));
        services.AddSingleton(new WriterOptions());
        services.AddSingleton<Follower>();
        services.AddSingleton<SharedCatchUp>();
        services.AddSingleton<ILeadership, SoleLeader>();
        // Used where there is a directory of leaders: on a topic that several nodes share.
        services.AddSingleton(new ForwardingOptions());
        services.AddSingleton<LeaderClient>();
        services.AddSingleton<WriteForwarding>();
        services.AddSingleton<SchemaWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<Follower>());
        services.AddHostedService(provider => provider.GetRequiredService<SchemaWriter>());
    }
}
