using System.Text;

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
            NameHolder(file);
            return new DirectoryLock(file);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unwritable(paths.Directory, e);
        }
        catch (IOException e) when (IsHeld(paths.Lock))
        {
            throw new TopicUnavailableException(
                $"The data directory '{paths.Directory}' is in use by {Holder(paths.Lock)}. One process at a time may use it: "
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

    private static void NameHolder(FileStream file)
    {
        try
        {
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes($"{Environment.ProcessId}\n"));
        }
        catch (IOException)
        {
            // The number only makes another process's message better; a full disk must not keep the topic from being read.
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            // A path that opens without asking for the lock was refused because of the lock.
            using var file = Peek(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows refuses even this while another process has the file open: a sharing violation, error 32.
            return (e.HResult & 0xFFFF) == 32 && OperatingSystem.IsWindows();
        }
    }

    private static string Holder(string path)
    {
        try
        {
            using var reader = new StreamReader(Peek(path), Encoding.ASCII);
            var first = reader.ReadLine();
            if (!int.TryParse(first, out var pid))
                return "another process";
            return pid == Environment.ProcessId ? $"this very process (pid {pid})" : $"another process (pid {pid})";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    private static FileStream Peek(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static TopicUnavailableException Unwritable(string directory, Exception e) => new(
        $"The data directory '{directory}' cannot be written: {e.Message} "
        + "Let the user of this process write there (and check that the file system is not mounted read-only or full), or name another data directory.", e);
}
