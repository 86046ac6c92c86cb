using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>The one connection that writes, used on the writing thread only. A batch is a transaction, and a transaction one sync of the log.</summary>
internal sealed class BatchWriter : IDisposable
{
    private readonly StorePaths _paths;
    private readonly TimeProvider _time;
    private readonly WriteTransaction _transaction;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _delete;
    private long _lastTimestamp;

    public BatchWriter(SqliteConnection connection, StorePaths paths, TimeProvider time)
    {
        (_paths, _time) = (paths, time);
        _transaction = new WriteTransaction(connection);
        _insert = Database.Prepare(connection, "INSERT INTO record VALUES (@offset, @timestamp, @checksum, @key, @value)",
            ("@offset", SqliteType.Integer), ("@timestamp", SqliteType.Integer), ("@checksum", SqliteType.Integer), ("@key", SqliteType.Blob), ("@value", SqliteType.Blob));
        _delete = Database.Prepare(connection, "DELETE FROM record WHERE \"offset\" = @offset", ("@offset", SqliteType.Integer));
        // Compaction never removes the last row, so it tells the next offset without a counter that every append would have to write.
        using var last = Database.Prepare(connection, "SELECT \"offset\", timestamp FROM record ORDER BY \"offset\" DESC LIMIT 1");
        using var row = last.ExecuteReader();
        if (row.Read())
            (NextOffset, _lastTimestamp) = (row.GetInt64(0) + 1, row.GetInt64(1));
    }

    public long NextOffset { get; private set; }

    /// <summary>A commit failed in a way that leaves open whether it will be there after a restart.</summary>
    public bool InDoubt => _transaction.InDoubt;

    /// <summary>Appends the batch and returns its last offset.</summary>
    public long Append(IReadOnlyList<NewRecord> batch)
    {
        var timestamp = Math.Max(_lastTimestamp, _time.GetUtcNow().ToUnixTimeMilliseconds());
        try
        {
            _transaction.Run(() =>
            {
                for (var i = 0; i < batch.Count; i++)
                    Insert(new StoredRecord(NextOffset + i, batch[i].Key, batch[i].Value, timestamp));
            });
        }
        catch (SqliteException e) when (!TrySettle())
        {
            throw new AppendOutcomeUnknownException(
                $"The batch may or may not be in the topic after a restart. {SqliteReason.Of(_paths, e)} Appends go on by themselves once the disk works again.", e);
        }
        catch (SqliteException e)
        {
            throw new AppendFailedException($"The batch was not appended. {SqliteReason.Of(_paths, e)}", e);
        }
        _lastTimestamp = timestamp;
        NextOffset += batch.Count;
        return NextOffset - 1;
    }

    /// <summary>Deletes the rows, all or none.</summary>
    /// <exception cref="SqliteException">None was deleted.</exception>
    public void Delete(IEnumerable<long> offsets) => _transaction.Run(() =>
    {
        foreach (var offset in offsets)
        {
            _delete.Parameters[0].Value = offset;
            _delete.ExecuteNonQuery();
        }
    });

    /// <summary>Makes sure that a commit that failed has left nothing behind. False while that cannot be done.</summary>
    public bool TrySettle()
    {
        try
        {
            _transaction.Settle();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _delete.Dispose();
        _transaction.Dispose();
    }

    private void Insert(in StoredRecord record)
    {
        var parameters = _insert.Parameters;
        parameters[0].Value = record.Offset;
        parameters[1].Value = record.Timestamp;
        parameters[2].Value = (long)RecordChecksum.Of(record);
        parameters[3].Value = record.Key;
        parameters[4].Value = record.Value is { } value ? value : DBNull.Value;
        _insert.ExecuteNonQuery();
    }
}
