using Confluent.Kafka;
using Registry.Converters.Connect;
using Registry.Converters.Json;
using Registry.Testing.Kafka;

namespace Registry.Kafka.Tests;

/// <summary>Records of Apache Kafka's own Connect, written there and read here, and the other way round.</summary>
public sealed class BesideJava(KafkaBroker broker)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task What_Connects_JsonConverter_writes_ours_reads_and_the_other_way_round()
    {
        var (written, read) = ($"java-{Guid.NewGuid()}", $"ours-{Guid.NewGuid()}");
        using var files = new Files();
        await File.WriteAllTextAsync(files["in"], "first\nzweite: äöü €\n", Token);
        var converter = new JsonConverter(new JsonConverterOptions());
        var schema = new SchemaBuilder(ConnectType.Struct).Field("id", ConnectSchema.Int64).Field("note", ConnectSchema.OptionalString).Build();
        using (var producer = new ProducerBuilder<Null, byte[]?>(new ProducerConfig { BootstrapServers = broker.BootstrapServers }).Build())
        {
            foreach (var (id, note) in ((long, string?)[])[(7, "späti"), (8, null)])
                await producer.ProduceAsync(read, new() { Value = converter.FromConnect(read, schema, new Struct(schema).Put("id", id).Put("note", note)) }, Token);
        }
        await using var worker = await ConnectWorker.StartAsync(broker.BootstrapServers,
            [
                $"name=source\nconnector.class=FileStreamSource\nfile={files["in"]}\ntopic={written}\n",
                $"name=sink\nconnector.class=FileStreamSink\nfile={files["out"]}\ntopics={read}\nconsumer.override.auto.offset.reset=earliest\n",
            ], Token);

        var values = await RecordsAsync(written, 2);

        Assert.All(values, value => Assert.Equal(ConnectSchema.String, converter.ToConnect(written, value).Schema));
        Assert.Equal(["first", "zweite: äöü €"], values.Select(value => converter.ToConnect(written, value).Value.AsString()));
        await Condition.HoldsAsync(async () => File.Exists(files["out"]) && (await File.ReadAllLinesAsync(files["out"], Token)).Length == 2);
        Assert.Equal(["Struct{id=7,note=späti}", "Struct{id=8}"], await File.ReadAllLinesAsync(files["out"], Token));
    }

    private Task<List<byte[]>> RecordsAsync(string topic, int count) => Task.Run(() =>
    {
        using var consumer = new ConsumerBuilder<Ignore, byte[]>(new ConsumerConfig { BootstrapServers = broker.BootstrapServers, GroupId = topic, AllowAutoCreateTopics = true }).Build();
        consumer.Assign(new TopicPartitionOffset(topic, 0, Offset.Beginning));
        List<byte[]> values = [];
        while (values.Count < count)
        {
            try
            {
                values.Add(consumer.Consume(Token).Message.Value);
            }
            catch (ConsumeException e) when (e.Error.Code == ErrorCode.UnknownTopicOrPart)
            {
                // The worker makes it.
            }
        }
        return values;
    }, Token);

    private sealed class Files : IDisposable
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("registry-files-").FullName;

        public string this[string name] => Path.Combine(_directory, name);

        public void Dispose() => Directory.Delete(_directory, recursive: true);
    }
}
