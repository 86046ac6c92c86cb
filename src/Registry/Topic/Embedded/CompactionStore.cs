using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>What compaction writes, on the writing thread.</summary>
internal sealed class CompactionStore(SqliteConnection connection, WriteTransaction transaction) : IDisposable
{
    private readonly SqliteCommand _delete = Database.Prepare(connection, "DELETE FROM record WHERE \"offset\" = @offset", ("@offset", SqliteType.Integer));

    private readonly SqliteCommand _save = Database.Prepare(connection, "UPDATE compaction SET cleaned_to = @cleaned, kept = @kept, next_expiry = @expiry",
        ("@cleaned", SqliteType.Integer), ("@kept", SqliteType.Integer), ("@expiry", SqliteType.Integer));

    public CompactionState Load()
    {
        using var command = Database.Prepare(connection, "SELECT cleaned_to, kept, next_expiry FROM compaction");
        using var row = command.ExecuteReader();
        return row.Read() ? new CompactionState(row.GetInt64(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetInt64(2)) : new CompactionState(0, 0, null);
    }

    /// <exception cref="SqliteException">None was deleted.</exception>
    public void Delete(IReadOnlyList<long> offsets) => transaction.Run(() =>
    {
        foreach (var offset in offsets)
        {
            _delete.Parameters[0].Value = offset;
            _delete.ExecuteNonQuery();
        }
    });

    public void Save(CompactionState state) => transaction.Run(() =>
    {
        _save.Parameters[0].Value = state.CleanedTo;
        _save.Parameters[1].Value = state.Kept;
        _save.Parameters[2].Value = state.NextExpiry is { } expiry ? expiry : DBNull.Value;
        _save.ExecuteNonQuery();
    });

    public void Dispose()
    {
        _delete.Dispose();
        _save.Dispose();
    }
}
