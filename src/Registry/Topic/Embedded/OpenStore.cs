using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>What an open topic holds of its directory: the lock first, then a connection that writes, and one for the upkeep beside it.</summary>
internal sealed class OpenStore : IDisposable
{
    private readonly DirectoryLock _lock;
    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _beside;

    private OpenStore(StorePaths paths, EmbeddedTopicOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var whole = false;
        _lock = DirectoryLock.Take(paths);
        try
        {
            _connection = DatabaseCheck.Open(paths, cancellationToken);
            _beside = Database.Connect(paths);
            Transaction = new WriteTransaction(_connection);
            Compaction = new CompactionStore(_connection, Transaction);
            Log = new WriteAheadLog(_connection);
            LogBeside = new WriteAheadLog(_beside);
            Scan = new CompactionScan(_beside, options, time);
            Writer = new BatchWriter(_connection, Transaction, paths, time);
            CompactionState = Compaction.Load();
            whole = true;
        }
        finally
        {
            if (!whole)
            {
                _beside?.Dispose();
                _connection?.Dispose();
                _lock.Dispose();
            }
        }
    }

    public WriteTransaction Transaction { get; }

    public BatchWriter Writer { get; }

    public CompactionStore Compaction { get; }

    /// <summary>What the last compaction of an earlier run left.</summary>
    public CompactionState CompactionState { get; }

    public WriteAheadLog Log { get; }

    /// <summary>The log, for the upkeep thread.</summary>
    public WriteAheadLog LogBeside { get; }

    public CompactionScan Scan { get; }

    /// <exception cref="TopicUnavailableException">The directory or the file in it cannot be used.</exception>
    public static OpenStore Open(StorePaths paths, EmbeddedTopicOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return new OpenStore(paths, options, time, cancellationToken);
        }
        catch (SqliteException e)
        {
            throw SqliteReason.Unavailable(paths, e);
        }
    }

    public void Dispose()
    {
        try
        {
            Scan.Dispose();
            LogBeside.Dispose();
            _beside.Dispose();
            Log.Dispose();
            Compaction.Dispose();
            Writer.Dispose();
            Transaction.Dispose();
            _connection.Dispose(); // the last connection to close moves the log into the file
        }
        finally
        {
            _lock.Dispose();
        }
    }
}
