using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Registry.Topic.Embedded;

/// <summary>The schemas topic in one SQLite file, for a registry that runs without Kafka.</summary>
public sealed class EmbeddedSchemasTopic : ISchemasTopic
{
    private readonly StorePaths _paths;
    private readonly EmbeddedTopicOptions _options;
    private readonly WorkThread _writing;
    private readonly OpenStore _store;
    private readonly Upkeep _upkeep;
    private readonly EndOfTopic _end;
    private readonly ConcurrentDictionary<ChunkReader, bool> _readers = new();
    private int _appending;
    private int _disposed;

    private EmbeddedSchemasTopic(StorePaths paths, EmbeddedTopicOptions options, WorkThread writing, OpenStore store, Upkeep upkeep)
    {
        (_paths, _options, _writing, _store, _upkeep) = (paths, options, writing, store, upkeep);
        _end = new EndOfTopic(store.Writer.NextOffset);
    }

    /// <summary>Opens the topic in a data directory, which is created if absent.</summary>
    /// <exception cref="TopicUnavailableException">The directory or the file in it cannot be used; the message says why and what to do.</exception>
    public static async Task<EmbeddedSchemasTopic> OpenAsync(
        string dataDirectory, EmbeddedTopicOptions options, TimeProvider time, ILogger<EmbeddedSchemasTopic> logger, CancellationToken cancellationToken)
    {
        var paths = new StorePaths(Path.GetFullPath(dataDirectory));
        var writing = new WorkThread("schemas topic writer");
        try
        {
            var store = await writing.RunAsync(() => OpenStore.Open(paths, options, time, cancellationToken));
            logger.LogOpened(paths.Database, store.Writer.NextOffset);
            return new EmbeddedSchemasTopic(paths, options, writing, store, new Upkeep(store, writing, options, time, logger));
        }
        catch
        {
            await writing.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    /// <remarks>Once the write has begun it is not given up: the token counts only until then.</remarks>
    public async Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0 || batch.Any(record => record.Key is null))
            throw new ArgumentException("A batch has at least one record, and each record has a key.", nameof(batch));
        if (Interlocked.Exchange(ref _appending, 1) == 1)
            throw new InvalidOperationException("Another append is under way.");
        try
        {
            var appended = _writing.RunAsync(() =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var last = _store.Writer.Append(batch);
                _end.Advance(last + 1);
                return last;
            });
            _writing.TryPost(_upkeep.AfterWrite);
            return await appended;
        }
        finally
        {
            Volatile.Write(ref _appending, 0);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TopicUnavailableException">It is not known whether the last append happened, and the disk does not let us find out yet.</exception>
    public Task<long> EndOffsetAsync(CancellationToken cancellationToken) => _writing.RunAsync(() =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _store.Transaction.TrySettle()
            ? _end.Offset
            : throw new TopicUnavailableException($"The end of the topic is not known while '{_paths.Database}' cannot be written: check the disk.");
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A replay has records at hand all the time: without this it would run to its end inside the caller's first step.
        await Task.Yield();
        using var reader = new ChunkReader(_paths, _options);
        _readers.TryAdd(reader, true);
        try
        {
            for (var next = fromOffset; ;)
            {
                await _end.PassAsync(next, cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                var end = _end.Offset;
                var chunk = reader.Read(next, end);
                next = chunk.NextOffset;
                yield return chunk;
            }
        }
        finally
        {
            _readers.TryRemove(reader, out _);
        }
    }

    /// <summary>Compacts now, whether due or not, and returns how many records were deleted.</summary>
    internal Task<int> CompactAsync(CancellationToken cancellationToken) => _upkeep.CompactAsync(cancellationToken);

    /// <summary>Ends the readers, finishes the append at hand, moves the write-ahead log into the file and lets go of the directory.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        _end.Close();
        foreach (var reader in _readers.Keys)
            reader.Dispose();
        await _upkeep.DisposeAsync();
        try
        {
            await _writing.RunAsync(_store.Dispose);
        }
        finally
        {
            await _writing.DisposeAsync();
        }
    }
}
