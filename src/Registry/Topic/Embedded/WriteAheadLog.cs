using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>SQLite's write-ahead log as one connection sees it.</summary>
internal sealed class WriteAheadLog(SqliteConnection connection) : IDisposable
{
    // NOOP only counts; PASSIVE moves pages into the database without waiting for anyone, nor anyone for it; RESTART waits for readers
    // and makes the next write begin at the front. None truncates the file: syncing a file that does not grow is cheaper.
    private readonly SqliteCommand _measure = Database.Prepare(connection, "PRAGMA wal_checkpoint(NOOP)");
    private readonly SqliteCommand _checkpoint = Database.Prepare(connection, "PRAGMA wal_checkpoint(PASSIVE)");
    private readonly SqliteCommand _restart = Database.Prepare(connection, "PRAGMA wal_checkpoint(RESTART)");

    public LogSize Measure() => Read(_measure);

    public LogSize Checkpoint() => Read(_checkpoint);

    public LogSize Restart() => Read(_restart);

    public void Dispose()
    {
        _measure.Dispose();
        _checkpoint.Dispose();
        _restart.Dispose();
    }

    private static LogSize Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? new LogSize(row.GetBoolean(0), row.GetInt64(1), row.GetInt64(2)) : default;
    }
}

/// <param name="Held">A reader kept the log from beginning again at the front.</param>
/// <param name="Pages">Pages in the log since it last began at the front.</param>
/// <param name="Moved">How many of them a checkpoint has moved into the database.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LogSize(bool Held, long Pages, long Moved);
