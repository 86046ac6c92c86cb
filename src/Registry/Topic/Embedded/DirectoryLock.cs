namespace Registry.Topic.Embedded;

/// <summary>Keeps a data directory to one process. The operating system lets go of the lock when the process ends, however it ends.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream _file;

    private DirectoryLock(FileStream file) => _file = file;

    /// <summary>Creates the directory if need be and takes its lock.</summary>
    /// <exception cref="TopicUnavailableException">The directory cannot be used, or another opener has it.</exception>
    public static DirectoryLock Take(StorePaths paths)
    {
        CreateDirectory(paths.Directory);
        try
        {
            var file = new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            NameHolder(paths);
            return new DirectoryLock(file);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unwritable(paths.Directory, e);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new TopicUnavailableException(
                $"The data directory '{paths.Directory}' is in use by {Holder(paths)}. One process at a time may use it: "
                + "stop the other one, or give this one a data directory of its own.", e);
        }
        catch (IOException e)
        {
            throw Unwritable(paths.Directory, e);
        }
    }

    // The file stays: were it deleted, a process that had just opened it would lock a file that the next one cannot see.
    public void Dispose() => _file.Dispose();

    private static void CreateDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (IOException e) when (File.Exists(directory))
        {
            throw new TopicUnavailableException($"The data directory '{directory}' is a file. Move it away or name another data directory.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TopicUnavailableException(
                $"The data directory '{directory}' cannot be created: {e.Message} Create it and let the user of this process write there, or name another one.", e);
        }
    }

    private static void NameHolder(StorePaths paths)
    {
        try
        {
            File.WriteAllText(paths.Holder, $"{Environment.ProcessId}\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The number only makes another process's message better; a full disk must not keep the topic from being read.
        }
    }

    private static string Holder(StorePaths paths)
    {
        try
        {
            if (!int.TryParse(File.ReadAllText(paths.Holder), out var pid))
                return "another process";
            return pid == Environment.ProcessId ? $"this very process (pid {pid})" : $"another process (pid {pid})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    // The framework has no exception of its own for this: ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux and of the BSDs.
    private static bool IsHeld(IOException e) => e.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static TopicUnavailableException Unwritable(string directory, Exception e) => new(
        $"The data directory '{directory}' cannot be written: {e.Message} "
        + "Let the user of this process write there (and check that the file system is not mounted read-only or full), or name another data directory.", e);
}
