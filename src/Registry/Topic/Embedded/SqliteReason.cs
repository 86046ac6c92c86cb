using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Registry.Topic.Embedded;

/// <summary>What SQLite's codes mean for the one who runs the registry: what is wrong, and what to do.</summary>
internal static class SqliteReason
{
    public static TopicUnavailableException Unavailable(StorePaths paths, SqliteException e) => new(Of(paths, e), e);

    public static string Of(StorePaths paths, SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => $"The disk that holds '{paths.Directory}' is full: free some space.",
        raw.SQLITE_IOERR when e.SqliteExtendedErrorCode == raw.SQLITE_IOERR_SHMSIZE =>
            $"The disk that holds '{paths.Directory}' has no room for '{paths.SharedMemory}': free some space.",
        raw.SQLITE_IOERR => $"Reading or writing '{paths.Database}' failed ({Text(e)}): check the disk and the system's log.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Damage.Of(paths, Text(e)),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_AUTH =>
            $"'{paths.Database}' cannot be opened for writing ({Text(e)}): let the user of this process read and write it and its directory, "
            + "and check that the file system is not mounted read-only.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"'{paths.Database}' is locked by another program ({Text(e)}): close the tool that has it open.",
        _ => $"SQLite refused '{paths.Database}' ({Text(e)}).",
    };

    private static string Text(SqliteException e) => $"SQLite error {e.SqliteExtendedErrorCode}: {raw.sqlite3_errstr(e.SqliteErrorCode).utf8_to_string()}";
}
