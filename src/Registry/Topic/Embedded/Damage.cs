namespace Registry.Topic.Embedded;

/// <summary>The words for a file that is not what was written to it. They are one place because they must never suggest to delete it.</summary>
internal static class Damage
{
    public static TopicUnavailableException Found(StorePaths paths, string finding) => new(Of(paths, finding));

    public static string Of(StorePaths paths, string finding) =>
        $"'{paths.Database}' is damaged ({finding}). It was left as it is. Keep a copy of '{paths.Directory}', then restore '{paths.Database}' "
        + $"from a backup without the files '{Path.GetFileName(paths.WriteAheadLog)}' and '{Path.GetFileName(paths.SharedMemory)}' beside it, "
        + "or import an export of the schemas into an empty data directory.";
}
