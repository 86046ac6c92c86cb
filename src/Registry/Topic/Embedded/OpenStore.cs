using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>What an open topic holds of its directory: the lock first, then the connection that writes.</summary>
internal sealed class OpenStore : IDisposable
{
    private readonly DirectoryLock _lock;
    private readonly SqliteConnection _connection;

    private OpenStore(DirectoryLock directoryLock, SqliteConnection connection, BatchWriter writer) =>
        (_lock, _connection, Writer) = (directoryLock, connection, writer);

    public BatchWriter Writer { get; }

    /// <exception cref="TopicUnavailableException">The directory or the file in it cannot be used.</exception>
    public static OpenStore Open(StorePaths paths, TimeProvider time, CancellationToken cancellationToken)
    {
        var directoryLock = DirectoryLock.Take(paths);
        SqliteConnection? connection = null;
        OpenStore? store = null;
        try
        {
            connection = DatabaseCheck.Open(paths, cancellationToken);
            return store = new OpenStore(directoryLock, connection, new BatchWriter(connection, paths, time));
        }
        catch (SqliteException e)
        {
            throw SqliteReason.Unavailable(paths, e);
        }
        finally
        {
            if (store is null)
            {
                connection?.Dispose();
                directoryLock.Dispose();
            }
        }
    }

    public void Dispose()
    {
        Writer.Dispose();
        _connection.Dispose(); // the last connection to close moves the log into the file
        _lock.Dispose();
    }
}
