using System.Buffers.Binary;

namespace Registry.Topic.Embedded;

/// <summary>
/// What can be told from the first 100 bytes of the database, before SQLite opens it (https://www.sqlite.org/fileformat2.html, section 1.3):
/// SQLite takes an empty file for a new database, and a file whose journal flag has flipped for one without a write-ahead log.
/// </summary>
internal static class DatabaseHeader
{
    private const int Length = 100;

    /// <exception cref="TopicUnavailableException">The file is not a whole database of this registry.</exception>
    public static void Check(StorePaths paths)
    {
        Span<byte> header = stackalloc byte[Length];
        using var file = new FileStream(paths.Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        if (file.ReadAtLeast(header, Length, throwOnEndOfStream: false) < Length)
            throw Damage.Found(paths, $"it has only {file.Length} bytes");
        if (!header.StartsWith("SQLite format 3\0"u8))
            throw Damage.Found(paths, "it does not begin as a SQLite database does");
        var id = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (id != Database.ApplicationId)
            throw new TopicUnavailableException(
                $"'{paths.Database}' is a SQLite database, but not a schema registry's (application id {id}). Name another data directory, or move the file away if it does not belong there.");
        if (header[18] != 2 || header[19] != 2)
            throw Damage.Found(paths, "its header does not say that it has a write-ahead log");
        // Only with a log beside it: that of a checkpoint which a full disk cut off still has the page.
        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        if (pageSize >= 512 && file.Length % pageSize != 0 && new FileInfo(paths.WriteAheadLog) is not { Exists: true, Length: > 0 })
            throw Damage.Found(paths, $"its {file.Length} bytes are not whole pages of {pageSize}");
    }
}
