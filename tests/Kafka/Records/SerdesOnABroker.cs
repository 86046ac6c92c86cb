using Confluent.Kafka;
using Registry.Client;
using Registry.Serdes;
using Registry.Serdes.Avro;
using Registry.Testing;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

public sealed record Reading(string Sensor, double Value);

/// <summary>Producers and consumers with our serdes, on a real broker.</summary>
public sealed class SerdesOnABroker(KafkaBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task What_is_produced_is_consumed_and_what_cannot_be_read_is_named_with_all_that_is_known_of_it()
    {
        await using var registry = await RunningRegistry.StartAsync(Token);
        using var client = new RegistryClient(new Uri($"http://127.0.0.1:{registry.Port}"));
        var topic = $"readings-{Guid.NewGuid()}";
        using (var producer = new ProducerBuilder<Null, Reading>(new ProducerConfig { BootstrapServers = broker.BootstrapServers })
            .SetValueSerializer((IAsyncSerializer<Reading>)new AvroSerializer<Reading>(client)).Build())
            await producer.ProduceAsync(topic, new() { Value = new("s1", 20.5) }, Token);
        using (var garbage = new ProducerBuilder<byte[], byte[]>(new ProducerConfig { BootstrapServers = broker.BootstrapServers }).Build())
            await garbage.ProduceAsync(topic, new() { Key = [1], Value = [0, 0, 0, 0, 1, 200] }, Token);
        using var consumer = new ConsumerBuilder<byte[], Reading>(new ConsumerConfig { BootstrapServers = broker.BootstrapServers, GroupId = topic })
            .SetValueDeserializer(new AvroDeserializer<Reading>(client)).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, Offset.Beginning));

        Assert.Equal(new Reading("s1", 20.5), consumer.Consume(Token).Message.Value);
        var place = DeadLetters.Of(Assert.Throws<ConsumeException>(() => consumer.Consume(Token)))!.Place;

        Assert.Equal((topic, RecordPart.Value, 0, 1, 1, "/Sensor"), (place.Topic, place.Part, place.Partition, place.Offset, place.SchemaId!.Value.Value, place.Path));
        Assert.Equal([1], place.Key!.Value.ToArray());
        Assert.Equal([0, 0, 0, 0, 1, 200], place.Value!.Value.ToArray());
    }
}
