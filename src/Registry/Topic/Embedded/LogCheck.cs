using System.Buffers.Binary;

namespace Registry.Topic.Embedded;

/// <summary>
/// Looks at the write-ahead log that a killed process left, before SQLite does: SQLite reads it up to the first page whose checksum fails, and
/// takes that for the torn end of the last transaction even when acknowledged batches follow. (Format: https://www.sqlite.org/fileformat2.html, section 4.)
/// </summary>
internal static class LogCheck
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;

    /// <exception cref="TopicUnavailableException">Whole transactions stand behind a damaged one.</exception>
    public static void Check(StorePaths paths)
    {
        var log = new FileInfo(paths.WriteAheadLog);
        if (log is not { Exists: true, Length: > HeaderLength })
            return;
        using var file = new FileStream(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var header = new byte[HeaderLength];
        file.ReadExactly(header);
        // SQLite syncs the header before any page that follows it, so a crash does not leave this.
        if (!LogChecksum.TryBegin(header, out var checksum, out var pageSize))
            throw Damage.Found(paths, $"the header of '{log.FullName}' does not have its checksum");
        if (HasLostTransactions(file, header.AsSpan(16, 8), checksum, pageSize))
            throw Damage.Found(paths, $"in '{log.FullName}' whole transactions follow on one that does not have its checksum");
    }

    // A page belongs to this round of the log if it carries the round's salts. A power failure tears the last transaction only, so behind
    // the first bad page there may be one commit; two that chain on from each other were written, synced and acknowledged in turn.
    private static bool HasLostTransactions(FileStream file, ReadOnlySpan<byte> salts, LogChecksum checksum, int pageSize)
    {
        var frame = new byte[FrameHeaderLength + pageSize];
        var reached = true;
        var commits = 0;
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var chains = checksum.Add(frame.AsSpan(0, 8)).Add(frame.AsSpan(FrameHeaderLength)).IsStoredIn(frame.AsSpan(16, 8));
            var ofThisRound = frame.AsSpan(8, 8).SequenceEqual(salts);
            checksum = checksum.StoredIn(frame.AsSpan(16, 8));
            reached &= chains && ofThisRound;
            if (reached)
                continue;
            var commit = ofThisRound && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
            commits = (chains ? commits : 0) + (commit ? 1 : 0);
            if (commits > 1)
                return true;
        }
        return false;
    }
}
