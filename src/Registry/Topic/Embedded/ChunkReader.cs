using Microsoft.Data.Sqlite;

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
    /// <exception cref="TopicUnavailableException">The file cannot be read, or a record is damaged.</exception>
    public List<StoredRecord> Read(long fromOffset)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(EmbeddedSchemasTopic));
            try
            {
                return ReadChunk(fromOffset);
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

    private List<StoredRecord> ReadChunk(long fromOffset)
    {
        var chunk = new List<StoredRecord>();
        _select.Parameters[0].Value = fromOffset;
        using var row = _select.ExecuteReader();
        for (var bytes = 0; bytes < _options.ReadChunkBytes && row.Read();)
        {
            var record = new StoredRecord(row.GetInt64(0), row.GetFieldValue<byte[]>(3), row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.GetInt64(1));
            if (RecordChecksum.Of(record) != row.GetInt64(2))
                throw Damage.Found(_paths, $"the record at offset {record.Offset} does not have its checksum");
            chunk.Add(record);
            bytes += record.Key.Length + (record.Value?.Length ?? 0);
        }
        return chunk;
    }
}
