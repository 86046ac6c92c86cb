using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Registry.Topic.Embedded;

/// <summary>Runs writes in a transaction that is either committed or gone when the call ends, and knows when neither is sure.</summary>
internal sealed class WriteTransaction(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = Database.Prepare(connection, "BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = Database.Prepare(connection, "COMMIT");
    private readonly SqliteCommand _rollback = Database.Prepare(connection, "ROLLBACK");
    private readonly SqliteCommand _fence = Database.Prepare(connection, $"PRAGMA user_version = {Database.Layout}");

    /// <summary>A commit failed in a way that leaves open whether it will be there after a restart.</summary>
    public bool InDoubt { get; private set; }

    /// <exception cref="SqliteException">Nothing was committed, unless <see cref="InDoubt"/>.</exception>
    public void Run(Action writes)
    {
        RollBack();
        Settle();
        var written = false;
        try
        {
            _begin.ExecuteNonQuery();
            writes();
            written = true;
            _commit.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            // Full disks are found before the last page of a transaction, the one that commits it, is in the log. Any other failure of a
            // commit may be one of its sync: the pages may be in the file, and a process killed now would find them there.
            InDoubt |= written && e.SqliteErrorCode != raw.SQLITE_FULL;
            throw;
        }
        finally
        {
            RollBack();
        }
    }

    /// <summary>Makes sure that a commit that failed has left nothing behind. False while that cannot be done.</summary>
    public bool TrySettle()
    {
        try
        {
            Settle();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        _fence.Dispose();
    }

    // Ends a doubt with a commit of nothing (the layout's number as it is): its page takes the place in the log where the failed
    // commit's first page may lie, and what follows no longer fits the log's running checksum.
    private void Settle()
    {
        if (!InDoubt)
            return;
        RollBack();
        _fence.ExecuteNonQuery();
        InDoubt = false;
    }

    // SQLite itself rolls back on some errors and not on others.
    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
            _rollback.ExecuteNonQuery();
    }
}
