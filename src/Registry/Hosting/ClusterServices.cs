using Registry.Cluster;
using Registry.Topic;
using Registry.Topic.Kafka;

namespace Registry.Hosting;

/// <summary>What a server has besides where several nodes share a topic.</summary>
internal static class ClusterServices
{
    public static void AddCluster(this IServiceCollection services, KafkaOptions kafka, ClusterOptions cluster)
    {
        services.AddSingleton(kafka);
        services.AddSingleton(cluster);
        services.AddSingleton<KafkaSchemasTopic>();
        services.AddSingleton<ISharedTopic>(provider => provider.GetRequiredService<KafkaSchemasTopic>());
        services.AddSingleton(provider => new ClusterIdentity(cluster.GroupId, provider.GetRequiredService<KafkaSchemasTopic>().AskClusterIdAsync));
        services.AddSingleton<NodeUrl>();
        services.AddSingleton(new ForwardingOptions { LongestWait = cluster.SessionTimeout + TimeSpan.FromSeconds(3) });
        services.AddSingleton<TopicWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<TopicWatch>());
        if (cluster.Leader is { } leader)
        {
            services.AddSingleton<ILeaderDirectory>(new FixedLeader(leader));
            services.AddSingleton<ILeadership, NeverLeads>();
            return;
        }
        services.AddSingleton<ILeaderDirectory, TopicDirectory>();
        if (!cluster.IsEligible)
        {
            services.AddSingleton<ILeadership, NeverLeads>();
            return;
        }
        services.AddSingleton<Leadership>();
        services.AddSingleton<ILeadership>(provider => provider.GetRequiredService<Leadership>());
        services.AddHostedService(provider => provider.GetRequiredService<Leadership>());
        // Last, so that it stops first: another node is to lead before this one ends.
        services.AddHostedService<GroupElection>();
    }
}
