using System.Runtime.CompilerServices;
using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Registry.Topic.Kafka;

/// <summary>
/// The topic on Kafka: one partition, compacted, shared by all nodes. Batches are transactions and are read committed, so a batch is there
/// whole or not at all, and a writer that was shut out cannot append one record (ADR 7).
/// </summary>
public sealed class KafkaSchemasTopic : ISharedTopic
{
    private readonly KafkaOptions _options;
    private readonly KafkaClients _clients;
    private readonly TopicSetup _setup;
    private readonly WorkThread _writing = new("schemas topic writer");
    private readonly SemaphoreSlim _ensuring = new(1);
    private KafkaWriter? _writer;
    private volatile bool _isEnsured;
    private bool _isDisposed;

    /// <summary>Nothing is asked of the brokers yet.</summary>
    /// <exception cref="TopicUnavailableException">The client refuses its settings.</exception>
    public KafkaSchemasTopic(KafkaOptions options, TimeProvider time, ILogger<KafkaSchemasTopic> logger)
    {
        (_options, _clients) = (options, new KafkaClients(options, logger));
        _setup = new TopicSetup(_clients, options, time, logger);
        Administrator = _clients.NewAdministrator();
    }

    internal KafkaClients Clients => _clients;

    internal IAdminClient Administrator { get; }

    public Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken) => _writing.RunAsync(() =>
    {
        if (_writer is null)
            throw new WriterLostException("this node is not the writer", isShutOut: false);
        try
        {
            return _writer.Append(batch);
        }
        catch (WriterLostException)
        {
            Forget();
            throw;
        }
    });

    public async Task BecomeWriterAsync(CancellationToken cancellationToken)
    {
        await RenewWriterAsync();
        if (!await IsTransactionOpenAsync(cancellationToken))
            return;
        await _writing.RunAsync(() => _writer?.AbortForgotten());
        // A new one waits until the abort is done.
        await RenewWriterAsync();
        if (await IsTransactionOpenAsync(cancellationToken))
            throw new TopicUnavailableException($"Another producer has a transaction open on the topic '{_options.Topic}': nothing behind it can be read until it ends.");
    }

    public async Task<long> EndOffsetAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync();
        return await EndOffsetAsync(IsolationLevel.ReadCommitted, cancellationToken);
    }

    public async IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // What was read once is never made anew: that would look like a registry that lost everything.
        if (fromOffset == 0)
            await EnsureAsync();
        await using var reading = new WorkThread("schemas topic reader");
        var reader = await reading.RunAsync(() => new KafkaReader(_clients, _options, IsolationLevel.ReadCommitted, fromOffset));
        try
        {
            while (true)
                yield return await reading.RunAsync(() => reader.Read(cancellationToken));
        }
        finally
        {
            await reading.RunAsync(reader.Dispose);
        }
    }

    public async Task<IReadOnlyList<StoredRecord>> ReadAbortedAsync(long fromOffset, CancellationToken cancellationToken)
    {
        // Below the end for those who read committed, it is certain of every record whether it was.
        var end = await EndOffsetAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var read = await Task.WhenAll(
            ReadToAsync(end, fromOffset, IsolationLevel.ReadUncommitted, cancellationToken),
            ReadToAsync(end, fromOffset, IsolationLevel.ReadCommitted, cancellationToken));
        return [.. read[0].ExceptBy(read[1].Select(record => record.Offset), record => record.Offset)];
    }

    /// <summary>The id of the brokers' cluster.</summary>
    /// <exception cref="TopicUnavailableException">The brokers did not tell, or not in time.</exception>
    internal async Task<string> AskClusterIdAsync()
    {
        try
        {
            return (await Administrator.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = _options.RequestTimeout })).ClusterId;
        }
        catch (KafkaException e)
        {
            throw _clients.Unavailable(e.Error, e);
        }
    }

    /// <summary>Why the topic must not be used as it is by now; null when all is well, or when the brokers do not tell.</summary>
    internal async Task<string?> FaultAsync()
    {
        try
        {
            return _options.SkipValidation ? null : await _setup.FaultAsync(Administrator);
        }
        catch (KafkaException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        await _writing.RunAsync(Forget);
        await _writing.DisposeAsync();
        _ensuring.Dispose();
        Administrator.Dispose();
    }

    private async Task EnsureAsync()
    {
        if (_isEnsured)
            return;
        await _ensuring.WaitAsync();
        try
        {
            if (!_isEnsured)
                await _setup.EnsureAsync(Administrator);
            _isEnsured = true;
        }
        finally
        {
            _ensuring.Release();
        }
    }

    private Task RenewWriterAsync() => _writing.RunAsync(() =>
    {
        Forget();
        _writer = new KafkaWriter(_clients, _options);
    });

    private async Task<bool> IsTransactionOpenAsync(CancellationToken cancellationToken)
    {
        // In this order: others may append in between.
        var end = await EndOffsetAsync(IsolationLevel.ReadUncommitted, cancellationToken);
        return await EndOffsetAsync(IsolationLevel.ReadCommitted, cancellationToken) < end;
    }

    private void Forget()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private async Task<long> EndOffsetAsync(IsolationLevel isolation, CancellationToken cancellationToken)
    {
        for (var leaderMoved = false; ;)
        {
            try
            {
                // Unless it is told to look, the client goes on for minutes asking by what it knows of the partition.
                if (leaderMoved)
                    await Task.Run(() => Administrator.GetMetadata(_options.Topic, _options.RequestTimeout), cancellationToken);
                return await AskEndOffsetAsync(isolation).WaitAsync(cancellationToken);
            }
            catch (KafkaException e) when (!leaderMoved && Faults.MeansLeaderMoved(e.Error))
            {
                leaderMoved = true;
            }
            catch (KafkaException e)
            {
                throw _clients.Unavailable(e.Error, e);
            }
        }
    }

    /// <exception cref="KafkaException">The brokers do not tell.</exception>
    private async Task<long> AskEndOffsetAsync(IsolationLevel isolation)
    {
        try
        {
            var found = await Administrator.ListOffsetsAsync(
                [new TopicPartitionOffsetSpec { TopicPartition = new(_options.Topic, 0), OffsetSpec = OffsetSpec.Latest() }],
                new ListOffsetsOptions { IsolationLevel = isolation, RequestTimeout = _options.RequestTimeout });
            _clients.NoteAnswer();
            return found.ResultInfos.Single().TopicPartitionOffsetError.Offset;
        }
        catch (ListOffsetsException e)
        {
            throw new KafkaException(e.Result.ResultInfos.Single().TopicPartitionOffsetError.Error, e);
        }
    }

    private async Task<List<StoredRecord>> ReadToAsync(long end, long fromOffset, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        await using var reading = new WorkThread("schemas topic repair");
        return await reading.RunAsync(() =>
        {
            var records = new List<StoredRecord>();
            using var reader = new KafkaReader(_clients, _options, isolation, fromOffset);
            for (var next = fromOffset; next < end;)
            {
                var chunk = reader.Read(cancellationToken);
                records.AddRange(chunk.Records.TakeWhile(record => record.Offset < end));
                next = chunk.NextOffset;
            }
            return records;
        });
    }
}
