using Microsoft.Data.Sqlite;

namespace Registry.Topic.Embedded;

/// <summary>
/// Keeps the write-ahead log bounded. Checkpoints run beside the appends on a connection of their own, since one costs two syncs and as many writes
/// as pages; under appends without a pause they never quite catch up, so at the limit the writing thread waits for the little that is left.
/// </summary>
internal sealed class LogUpkeep(EmbeddedTopicOptions options, ILogger logger)
{
    private long _nextRestart = options.WriteAheadLogPages;

    /// <summary>Looks at the log after a write, on the writing thread; true when a checkpoint should run beside.</summary>
    public bool AfterWrite(WriteAheadLog log)
    {
        try
        {
            var size = log.Measure();
            if (size.Pages < options.WriteAheadLogPages)
                _nextRestart = options.WriteAheadLogPages;
            else if (size.Pages >= _nextRestart)
                Restart(log, size);
            return size.Pages - size.Moved >= options.CheckpointPages;
        }
        catch (SqliteException e)
        {
            logger.LogCheckpointFailed(e.SqliteExtendedErrorCode, e);
            return false;
        }
    }

    public void Checkpoint(WriteAheadLog log)
    {
        try
        {
            var size = log.Checkpoint();
            logger.LogCheckpoint(size.Moved, size.Pages);
        }
        catch (SqliteException e)
        {
            logger.LogCheckpointFailed(e.SqliteExtendedErrorCode, e);
        }
    }

    private void Restart(WriteAheadLog log, LogSize size)
    {
        // If it fails, ask again when the log has grown by as much as starts a checkpoint, not at every append.
        _nextRestart = size.Pages + options.CheckpointPages;
        if (!log.Restart().Held)
            logger.LogRestarted(size.Pages, size.Pages - size.Moved);
        else if (size.Pages >= 2L * options.WriteAheadLogPages)
            logger.LogHeld(size.Pages); // not before: a reader or a checkpoint of our own may hold it for a moment
    }
}
