using System.Collections.Immutable;
using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Microsoft.Extensions.Logging.Abstractions;
using Registry.Testing.Kafka;
using Registry.Topic;
using Registry.Topic.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>The topic itself, without a server on it.</summary>
public sealed class Writing(KafkaBroker broker)
{
    private readonly string _name = $"schemas-{Guid.NewGuid()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_topic_is_compacted_and_has_one_partition()
    {
        await using var topic = NewTopic();

        Assert.Equal(0, await topic.EndOffsetAsync(Token));

        using var administrator = NewAdministrator();
        var partitions = administrator.GetMetadata(_name, TimeSpan.FromSeconds(10)).Topics.Single().Partitions;
        Assert.Single(partitions);
        var configs = await administrator.DescribeConfigsAsync([new ConfigResource { Type = ResourceType.Topic, Name = _name }]);
        Assert.Equal("compact", configs.Single().Entries["cleanup.policy"].Value);
    }

    [Theory]
    [InlineData("delete", 1, "cleanup.policy=delete")]
    [InlineData("compact,delete", 1, "cleanup.policy=compact,delete")]
    [InlineData("compact", 2, "has 2 partitions")]
    public async Task A_topic_that_would_lose_schemas_is_not_used(string policy, int partitions, string said)
    {
        using var administrator = NewAdministrator();
        await administrator.CreateTopicsAsync([new TopicSpecification { Name = _name, NumPartitions = partitions, ReplicationFactor = 1, Configs = new(StringComparer.Ordinal) { ["cleanup.policy"] = policy } }]);
        await using var topic = NewTopic();

        var error = await Assert.ThrowsAsync<TopicUnavailableException>(() => topic.EndOffsetAsync(Token));

        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_the_writer_appends_nothing()
    {
        await using var topic = NewTopic();

        await Assert.ThrowsAsync<WriterLostException>(() => topic.AppendAsync([Record("a", "1")], Token));

        Assert.Equal(0, await topic.EndOffsetAsync(Token));
    }

    [Fact]
    public async Task A_batch_is_read_in_order_and_followed_by_the_next()
    {
        await using var topic = NewTopic();
        await topic.EndOffsetAsync(Token);
        await topic.BecomeWriterAsync(Token);

        var first = await topic.AppendAsync([Record("a", "1"), Record("b", null), Record("a", "2")], Token);
        var last = await topic.AppendAsync([Record("c", "3")], Token);

        var records = await ReadToAsync(topic, last);
        Assert.Equal(["a=1", "b=", "a=2", "c=3"], records.Select(Text));
        Assert.Equal([first - 2, first - 1, first, last], records.Select(record => record.Offset));
    }

    [Fact]
    public async Task A_new_writer_shuts_out_the_old_one()
    {
        await using var old = NewTopic();
        await using var next = NewTopic();
        await old.EndOffsetAsync(Token);
        await old.BecomeWriterAsync(Token);
        await old.AppendAsync([Record("a", "old")], Token);
        await next.BecomeWriterAsync(Token);
        var last = await next.AppendAsync([Record("a", "new")], Token);

        await Assert.ThrowsAsync<WriterLostException>(() => old.AppendAsync([Record("a", "late")], Token));

        Assert.Equal(["a=old", "a=new"], (await ReadToAsync(next, last)).Select(Text));
        Assert.Empty(await next.ReadAbortedAsync(0, Token));
        await old.BecomeWriterAsync(Token);
        await old.AppendAsync([Record("a", "back")], Token);
    }

    [Fact]
    public async Task A_record_that_no_broker_takes_leaves_nothing_and_the_next_batch_is_written()
    {
        await using var topic = NewTopic();
        await topic.EndOffsetAsync(Token);
        await topic.BecomeWriterAsync(Token);

        await Assert.ThrowsAsync<AppendFailedException>(() => topic.AppendAsync([Record("a", "1"), Record("b", new string('x', 2_000_000))], Token));

        var last = await topic.AppendAsync([Record("c", "3")], Token);
        Assert.Equal(["c=3"], (await ReadToAsync(topic, last)).Select(Text));
    }

    [Fact]
    public async Task What_was_never_committed_is_found_by_the_next_writer_alone()
    {
        await using var topic = NewTopic();
        await topic.EndOffsetAsync(Token);
        using (var producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = broker.BootstrapServers, TransactionalId = $"registry-{_name}-0" }).SetLogHandler((_, _) => { }).Build())
        {
            producer.InitTransactions(TimeSpan.FromSeconds(20));
            producer.BeginTransaction();
            await producer.ProduceAsync(new TopicPartition(_name, 0), new() { Key = "a"u8.ToArray(), Value = "half"u8.ToArray() }, Token);
            // It goes, as a process that is killed.
        }
        await topic.BecomeWriterAsync(Token);
        var last = await topic.AppendAsync([Record("b", "whole")], Token);

        Assert.Equal(["b=whole"], (await ReadToAsync(topic, last)).Select(Text));
        Assert.Equal(["a=half"], (await topic.ReadAbortedAsync(0, Token)).Select(Text));
    }

    [Fact]
    public async Task Nobody_leads_behind_a_transaction_of_another_producer_until_it_ends()
    {
        await using var topic = NewTopic();
        await topic.EndOffsetAsync(Token);
        using var stranger = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = broker.BootstrapServers, TransactionalId = $"stranger-{_name}" }).SetLogHandler((_, _) => { }).Build();
        stranger.InitTransactions(TimeSpan.FromSeconds(20));
        stranger.BeginTransaction();
        await stranger.ProduceAsync(new TopicPartition(_name, 0), new() { Key = "a"u8.ToArray(), Value = "theirs"u8.ToArray() }, Token);

        var error = await Assert.ThrowsAsync<TopicUnavailableException>(() => topic.BecomeWriterAsync(Token));

        Assert.Contains("Another producer has a transaction open", error.Message, StringComparison.Ordinal);
        stranger.CommitTransaction();
        await topic.BecomeWriterAsync(Token);
        var last = await topic.AppendAsync([Record("b", "ours")], Token);
        Assert.Equal(["a=theirs", "b=ours"], (await ReadToAsync(topic, last)).Select(Text));
    }

    private KafkaSchemasTopic NewTopic() => new(KafkaNode.Options(broker.BootstrapServers, _name).Kafka!, TimeProvider.System, NullLogger<KafkaSchemasTopic>.Instance);

    private IAdminClient NewAdministrator() => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = broker.BootstrapServers }).Build();

    private static async Task<ImmutableArray<StoredRecord>> ReadToAsync(KafkaSchemasTopic topic, long last)
    {
        var records = ImmutableArray.CreateBuilder<StoredRecord>();
        await foreach (var chunk in topic.ReadAsync(0, Token))
        {
            records.AddRange(chunk.Records);
            if (chunk.NextOffset > last)
                break;
        }
        return records.ToImmutable();
    }

    private static NewRecord Record(string key, string? value) => new(Encoding.UTF8.GetBytes(key), value is null ? null : Encoding.UTF8.GetBytes(value));

    private static string Text(StoredRecord record) => $"{Encoding.UTF8.GetString(record.Key)}={(record.Value is { } value ? Encoding.UTF8.GetString(value.Span) : "")}";
}
