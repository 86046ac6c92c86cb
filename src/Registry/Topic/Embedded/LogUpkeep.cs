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
            if (size.Pages >= _nextRestart)
            {
                var left = log.Restart();
                // Something outside, such as a backup, reads from the log for long: ask again later, not at every append.
                _nextRestart = left.Moved < left.Pages ? size.Pages + options.CheckpointPages : options.WriteAheadLogPages;
                logger.LogRestarted(size.Pages, size.Pages - size.Moved);
            }
            else if (size.Pages < options.WriteAheadLogPages)
            {
                _nextRestart = options.WriteAheadLogPages;
            }
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
}
