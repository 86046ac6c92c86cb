namespace Registry.Topic.Embedded;

/// <summary>The files of an embedded topic in its data directory.</summary>
internal sealed record StorePaths(string Directory)
{
    public string Database => Path.Combine(Directory, "schemas.db");

    public string WriteAheadLog => Database + "-wal";

    public string SharedMemory => Database + "-shm";

    /// <summary>A database that is being made; it takes its final name when it is whole, so an empty or partial one under that name is always damage.</summary>
    public string Unfinished => Database + ".new";

    /// <summary>The pid of the process that has the lock, in a file beside it, since nobody else can open a locked file.</summary>
    public string Holder => Path.Combine(Directory, "schemas.pid");

    public string Lock => Path.Combine(Directory, "schemas.lock");
}
