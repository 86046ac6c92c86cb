using System.Runtime.InteropServices;

namespace Registry.Topic;

/// <summary>Gives the system back what the process holds and no longer uses.</summary>
internal static partial class UnusedMemory
{
    /// <summary>Stops the process for some milliseconds.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
            TrimNativeHeap();
    }

    // The Kafka client's buffers; only glibc keeps so much that it has to be told, and other libraries know nothing of it.
    private static void TrimNativeHeap()
    {
        try
        {
            // It tells whether there was any.
            _ = TrimHeap(keptBytes: 0);
        }
        catch (Exception e) when (e is EntryPointNotFoundException or DllNotFoundException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimHeap(nuint keptBytes);
}
