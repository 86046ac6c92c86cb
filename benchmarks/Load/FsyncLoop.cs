using System.Diagnostics;

namespace Registry.Benchmarks.Load;

/// <summary>What the disk gives a writer that makes each record durable by itself: append, fsync, next.</summary>
public static class FsyncLoop
{
    /// <returns>Fsyncs a second.</returns>
    public static double Run(string file, int recordSize, TimeSpan duration)
    {
        using var handle = File.OpenHandle(file, FileMode.Create, FileAccess.Write);
        var record = new byte[recordSize];
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < duration; count++)
        {
            RandomAccess.Write(handle, record, (long)count * recordSize);
            RandomAccess.FlushToDisk(handle);
        }
        return count / clock.Elapsed.TotalSeconds;
    }
}
