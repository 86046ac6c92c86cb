using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Registry.Topic;
using Registry.Topic.Embedded;

namespace Registry.Tests.Topic;

/// <summary>A data directory of one test's own, gone with the test, and the few words that the tests of the topic share.</summary>
internal sealed class TopicDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("registry-topic-").FullName;

    public string Database => System.IO.Path.Combine(Path, "schemas.db");

    public ManualTime Time { get; } = new();

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public Task<EmbeddedSchemasTopic> OpenAsync(EmbeddedTopicOptions? options = null) => OpenAsync(Path, options);

    public Task<EmbeddedSchemasTopic> OpenAsync(string path, EmbeddedTopicOptions? options = null, CancellationToken? cancellationToken = null) =>
        EmbeddedSchemasTopic.OpenAsync(path, options ?? new EmbeddedTopicOptions(), Time, NullLogger<EmbeddedSchemasTopic>.Instance, cancellationToken ?? Token);

    public static NewRecord Record(string key, string? value) => new(Encoding.UTF8.GetBytes(key), value is null ? null : Encoding.UTF8.GetBytes(value));

    /// <summary>What lies in the topic now, each record as <c>offset key=value</c>, a tombstone without the value.</summary>
    public static async Task<List<string>> TextAsync(ISchemasTopic topic) =>
        (await AllAsync(topic)).ConvertAll(record => $"{record.Offset} {Encoding.UTF8.GetString(record.Key)}={(record.Value is { } value ? Encoding.UTF8.GetString(value.Span) : "")}");

    /// <summary>All records up to the end of the topic as it is when the call begins.</summary>
    public static async Task<List<StoredRecord>> AllAsync(ISchemasTopic topic)
    {
        var end = await topic.EndOffsetAsync(Token);
        var records = new List<StoredRecord>();
        if (end == 0)
            return records;
        await foreach (var chunk in topic.ReadAsync(0, Token))
        {
            records.AddRange(chunk.Records);
            if (chunk.NextOffset >= end)
                break;
        }
        return records;
    }

    /// <summary>Waits for what goes on beside the test; the test's own time limit ends the wait.</summary>
    public static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
