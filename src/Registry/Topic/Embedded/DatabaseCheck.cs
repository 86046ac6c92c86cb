using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Registry.Topic.Embedded;

/// <summary>Opens the database only if it is whole and of a layout that this code knows.</summary>
internal static class DatabaseCheck
{
    // Of sqlite3.h; not among the names of the binding.
    private const int NoCheckpointOnClose = 1006;

    /// <exception cref="TopicUnavailableException">The database is damaged, foreign, of a newer layout, or cannot be opened.</exception>
    public static SqliteConnection Open(StorePaths paths, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(paths.Database))
            {
                DatabaseHeader.Check(paths);
                LogCheck.Check(paths);
            }
            else if (File.Exists(paths.WriteAheadLog))
            {
                throw Damage.Found(paths, $"it is missing while '{paths.WriteAheadLog}' is there");
            }
            else
            {
                Database.Create(paths);
            }
            return OpenChecked(paths, cancellationToken);
        }
        catch (SqliteException e)
        {
            throw SqliteReason.Unavailable(paths, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TopicUnavailableException($"'{paths.Database}' cannot be opened: {e.Message} Check the disk and the rights of the user of this process.", e);
        }
    }

    private static SqliteConnection OpenChecked(StorePaths paths, CancellationToken cancellationToken)
    {
        var connection = Database.Connect(paths);
        var whole = false;
        try
        {
            // Until the file is known to be whole, closing it must not move the log into it: a damaged file stays as it was found.
            SetCheckpointOnClose(connection, false);
            CheckLayout(connection, paths);
            CheckPages(connection, paths, cancellationToken);
            SetCheckpointOnClose(connection, true);
            whole = true;
            return connection;
        }
        finally
        {
            if (!whole)
                connection.Dispose();
        }
    }

    private static void SetCheckpointOnClose(SqliteConnection connection, bool on) =>
        raw.sqlite3_db_config(connection.Handle!, NoCheckpointOnClose, on ? 0 : 1, out _);

    private static void CheckLayout(SqliteConnection connection, StorePaths paths)
    {
        using var command = Database.Prepare(connection, "PRAGMA user_version");
        var layout = (long)command.ExecuteScalar()!;
        if (layout > Database.Layout)
            throw new TopicUnavailableException(
                $"'{paths.Database}' was written by a newer registry (layout {layout}; this one knows {Database.Layout}). Start that newer version, or restore a backup made before the upgrade.");
        if (layout < Database.Layout)
            throw Damage.Found(paths, $"its layout is {layout}, which no registry has written");
    }

    // Always, not only after a crash: damage comes from disks and copies, and reading the file once costs 0.1 s per 100 MB, which the
    // replay that follows then finds in the page cache.
    private static void CheckPages(SqliteConnection connection, StorePaths paths, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle!));
        using var command = Database.Prepare(connection, "PRAGMA quick_check(3)");
        try
        {
            using var row = command.ExecuteReader();
            var findings = new List<string>();
            while (row.Read())
                findings.Add(row.GetString(0).ReplaceLineEndings(" "));
            if (findings is not ["ok"])
                throw Damage.Found(paths, string.Join("; ", findings));
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
}
