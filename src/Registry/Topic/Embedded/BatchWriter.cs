using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>The one connection that writes, used on the writing thread only. A batch is a transaction, and a transaction one sync of the log.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly StorePaths _paths;
    private readonly TimeProvider _time;
    private readonly WriteTransaction _transaction;
    private readonly SqliteCommand _insert;
    private long _lastTimestamp;

    public BatchWriter(SqliteConnection connection, WriteTransaction transaction, StorePaths paths, TimeProvider time)
    {
        (_transaction, _paths, _time) = (transaction, paths, time);
        _insert = Database.Prepare(connection, "INSERT INTO record VALUES (@offset, @timestamp, @checksum, @key, @value)",
            ("@offset", SqliteType.Integer), ("@timestamp", SqliteType.Integer), ("@checksum", SqliteType.Integer), ("@key", SqliteType.Blob), ("@value", SqliteType.Blob));
        // Compaction never removes the last row, so it tells the next offset without a counter that every append would have to write.
        using var last = Database.Prepare(connection, "SELECT \"offset\", timestamp FROM record ORDER BY \"offset\" DESC LIMIT 1");
        using var row = last.ExecuteReader();
        if (row.Read())
            (NextOffset, _lastTimestamp) = (row.GetInt64(0) + 1, row.GetInt64(1));
    }

    public long NextOffset { get; private set; }

    /// <summary>Appends the batch and returns its last offset.</summary>
    /// <exception cref="AppendFailedException">Nothing of the batch is in the topic, nor will be.</exception>
    /// <exception cref="AppendOutcomeUnknownException">The disk does not even let us make sure that nothing is left of the batch.</exception>
    public long Append(IReadOnlyList<NewRecord> batch)
    {
        var timestamp = Math.Max(_lastTimestamp, _time.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            _transaction.Run(() =>
            {
                for (var i = 0; i < batch.Count; i++)
                    Insert(batch[i], StoredRecord.Of(batch[i], NextOffset + i, timestamp));
            });
        }
        catch (SqliteException e)
        {
            throw Failed(e);
        }
        _lastTimestamp = timestamp;
        NextOffset += batch.Count;
        return NextOffset - 1;
    }

    public void Dispose() => _insert.Dispose();

    private Exception Failed(SqliteException e) => _transaction.TrySettle()
        ? new AppendFailedException($"The batch was not appended. {SqliteReason.Of(_paths, e)}", e)
        : new AppendOutcomeUnknownException(
            $"The batch may or may not be in the topic after a restart. {SqliteReason.Of(_paths, e)} Appends go on by themselves once the disk works again.", e);

    private void Insert(in NewRecord record, in StoredRecord stored)
    {
        var parameters = _insert.Parameters;
        parameters[0].Value = stored.Offset;
        parameters[1].Value = stored.Timestamp;
        parameters[2].Value = (long)RecordChecksum.Of(stored);
        parameters[3].Value = record.Key;
        parameters[4].Value = record.Value is { } value ? value : DBNull.Value;
        _insert.ExecuteNonQuery();
    }
}
