using Microsoft.Extensions.Logging.Abstractions;
using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;
using Registry.Topic.Embedded;

namespace Registry.Benchmarks.Load;

/// <summary>A data directory that holds many versions before a server ever starts on it: as many subjects with one version each.</summary>
public static class SeededTopic
{
    private const int BatchSize = 1000;

    /// <returns>The bytes of all keys and values.</returns>
    public static async Task<long> WriteAsync(string directory, int versions, CancellationToken cancellationToken)
    {
        await using var topic = await EmbeddedSchemasTopic.OpenAsync(
            directory, new EmbeddedTopicOptions(), TimeProvider.System, NullLogger<EmbeddedSchemasTopic>.Instance, cancellationToken);
        var bytes = 0L;
        foreach (var batch in Records(versions).Chunk(BatchSize))
        {
            bytes += batch.Sum(record => record.Key.Length + record.Value!.Length);
            await topic.AppendAsync(batch, cancellationToken);
        }
        return bytes;
    }

    /// <summary>The records of as many subjects with one version each.</summary>
    public static IEnumerable<NewRecord> Records(int versions) => Enumerable.Range(1, versions).Select(Record);

    // The id is the number, as a server would have given it out.
    private static NewRecord Record(int number)
    {
        var schema = new StoredSchema(SchemaType.Avro, SchemaText.From(Requests.Schema(number)), [], metadata: null, ruleSet: null);
        return RecordCodec.Encode(new SchemaRecord(Subject.Parse(Requests.Subject(number)), new(1), new(new(number), schema, Deleted: false)));
    }
}
