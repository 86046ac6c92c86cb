using System.Reflection;
using Registry.Cluster;

namespace Registry.Http;

/// <summary>What the server says about itself: <c>/</c> and <c>/v1/metadata</c> (spec 4.7).</summary>
public sealed class ServerEndpoints(ClusterIdentity cluster)
{
    // "1.2.3+commit", as the build stamps it.
    private static readonly string[] s_version =
        (typeof(ServerEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "").Split('+', 2);

    /// <summary>The version of this build.</summary>
    public static string Version => s_version[0];

    public void Map(RegistryRoutes routes)
    {
        routes.Get("/", _ => Answer.EmptyObject);
        routes.Post("/", _ => Task.FromResult(Answer.EmptyObject));
        routes.Get("/v1/metadata/id", _ => ClusterIdAsync());
        routes.Get("/v1/metadata/version", _ => ServerVersion());
        routes.Get("/v1/metadata/deployment", _ => Deployment());
    }

    private async Task<Answer> ClusterIdAsync()
    {
        var brokers = await cluster.BrokersAsync();
        return Answer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("scope");
            json.WriteStartArray("path");
            json.WriteEndArray();
            json.WriteStartObject("clusters");
            json.WriteString("kafka-cluster", brokers);
            json.WriteString("schema-registry-cluster", cluster.Group);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static Answer ServerVersion() => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("version", Version);
        json.WriteString("commitId", s_version.Length > 1 ? s_version[1] : "");
        json.WriteEndObject();
    });

    private static Answer Deployment() => Answer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("attributes");
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
