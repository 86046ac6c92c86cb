using Registry.Schemas;

namespace Registry.Domain;

/// <summary>One version of a subject as the topic holds it.</summary>
/// <param name="Timestamp">When the record that backs it was appended, in milliseconds since the Unix epoch.</param>
/// <param name="Offset">Where that record stands; of two versions the one with the higher offset was loaded later.</param>
public sealed record SubjectVersion(Subject Subject, SchemaVersion Version, SchemaId Id, StoredSchema Schema, bool Deleted, long Timestamp, long Offset)
{
    public VersionKey Key => new(Subject, Version);
}

/// <summary>Names one version of one subject.</summary>
public readonly record struct VersionKey(Subject Subject, SchemaVersion Version) : IComparable<VersionKey>
{
    public int CompareTo(VersionKey other) => Subject.CompareTo(other.Subject) is not 0 and var order ? order : Version.CompareTo(other.Version);

    public static bool operator <(VersionKey left, VersionKey right) => left.CompareTo(right) < 0;

    public static bool operator >(VersionKey left, VersionKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(VersionKey left, VersionKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(VersionKey left, VersionKey right) => left.CompareTo(right) >= 0;
}

/// <summary>Which versions or subjects a question is about.</summary>
public enum Deleted
{
    Exclude,
    Include,
    Only,
}
