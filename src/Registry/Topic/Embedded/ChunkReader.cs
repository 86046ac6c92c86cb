using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Registry.Topic.Embedded;

/// <summary>
/// Reads chunks of the topic on a connection of its own, which neither waits for the writer nor holds it up. No statement stays open
/// between chunks, or a slow reader would keep the write-ahead log from being reused.
/// </summary>
internal sealed class ChunkReader : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StorePaths _paths;
    private readonly EmbeddedTopicOptions _options;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _select;
    private bool _disposed;

    /// <exception cref="TopicUnavailableException">The database cannot be opened.</exception>
    public ChunkReader(StorePaths paths, EmbeddedTopicOptions options)
    {
        (_paths, _options) = (paths, options);
        try
        {
            _connection = Database.ConnectToRead(paths);
        }
        catch (SqliteException e)
        {
            throw SqliteReason.Unavailable(paths, e);
        }
        _select = Database.Prepare(_connection,
            "SELECT \"offset\", timestamp, checksum, key, value FROM record WHERE \"offset\" >= @from ORDER BY \"offset\" LIMIT @limit",
            ("@from", SqliteType.Integer), ("@limit", SqliteType.Integer));
        _select.Parameters[1].Value = options.ReadChunkRecords;
    }

    /// <summary>The records from an offset on, as many as fill a chunk. Blocks, for a millisecond as a rule: a chunk is bounded.</summary>
    /// <param name="end">Where the topic ends: where nothing is left up to there, all was compacted away.</param>
    /// <exception cref="TopicUnavailableException">The file cannot be read, or a record is damaged.</exception>
    public TopicChunk Read(long fromOffset, long end)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(EmbeddedSchemasTopic));
            try
            {
                return ReadChunk(fromOffset, end);
            }
            catch (SqliteException e)
            {
                throw SqliteReason.Unavailable(_paths, e);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _select.Dispose();
            _connection.Dispose();
        }
    }

    private TopicChunk ReadChunk(long fromOffset, long end)
    {
        var records = new List<StoredRecord>();
        var memory = new ChunkMemory();
        _select.Parameters[0].Value = fromOffset;
        using var row = _select.ExecuteReader();
        for (var bytes = 0; bytes < _options.ReadChunkBytes && row.Read();)
        {
            var record = new StoredRecord(row.GetInt64(0), row.GetFieldValue<byte[]>(3), ValueOf(row, memory), row.GetInt64(1));
            if (RecordChecksum.Of(record) != row.GetInt64(2))
                throw Damage.Found(_paths, $"the record at offset {record.Offset} does not have its checksum");
            records.Add(record);
            bytes += record.Key.Length + (record.Value?.Length ?? 0);
        }
        return new(records, records.Count > 0 ? records[^1].Offset + 1 : end, memory);
    }

    private static ReadOnlyMemory<byte>? ValueOf(SqliteDataReader row, ChunkMemory memory)
    {
        if (row.IsDBNull(4))
            return null;
        return memory.Copy(raw.sqlite3_column_blob(row.Handle, 4));
    }
}
