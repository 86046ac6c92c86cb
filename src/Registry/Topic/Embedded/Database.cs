using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>The layout of the database and the connections to it.</summary>
internal static class Database
{
    /// <summary>"SREG" in the file's header: tells a registry's file from any other SQLite file.</summary>
    public const int ApplicationId = 0x53524547;

    /// <summary>The layout that this code reads and writes. Raise it when the tables change.</summary>
    public const int Layout = 1;

    // There is no index on key: it would cost every append two or three more pages to write and sync, to save a compaction a scan that
    // takes a tenth of a second per 100 MB, beside the appends. The value comes last so that the scan need not follow its overflow pages.
    private const string Tables = """
        CREATE TABLE record (
            "offset" INTEGER PRIMARY KEY,
            timestamp INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            key BLOB NOT NULL,
            value BLOB) STRICT;
        CREATE TABLE compaction (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            cleaned_to INTEGER NOT NULL,
            kept INTEGER NOT NULL,
            next_expiry INTEGER) STRICT;
        INSERT INTO compaction VALUES (1, 0, 0, NULL);
        """;

    /// <summary>Makes a whole new database under another name, then gives it its own: a crash in between leaves no partial database.</summary>
    public static void Create(StorePaths paths)
    {
        File.Delete(paths.Unfinished);
        using (var connection = Open(paths.Unfinished, SqliteOpenMode.ReadWriteCreate))
        {
            Execute(connection, $"PRAGMA synchronous = OFF; BEGIN; {Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Layout}; COMMIT; PRAGMA journal_mode = WAL");
        }
        using (var file = new FileStream(paths.Unfinished, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        // The directory is synced together with the write-ahead log that the first append makes, before that append is acknowledged.
        File.Move(paths.Unfinished, paths.Database);
    }

    /// <summary>A connection that commits durably and leaves checkpoints to others.</summary>
    public static SqliteConnection Connect(StorePaths paths)
    {
        var connection = Open(paths.Database, SqliteOpenMode.ReadWrite);
        try
        {
            // The log's size limit counts only after a batch that was larger than the log usually gets.
            Execute(connection, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 20; PRAGMA journal_size_limit = 67108864");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection ConnectToRead(StorePaths paths) => Open(paths.Database, SqliteOpenMode.ReadOnly);

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Prepare(connection, sql);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Prepare(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, SqliteType Type)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this folder, or made of numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, type) in parameters)
            command.Parameters.Add(name, type);
        return command;
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        // No pool: a pooled connection would keep the file open, and its log unchecked, after the topic is disposed.
        var text = new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ConnectionString;
        var connection = new SqliteConnection(text);
        try
        {
            connection.Open();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
