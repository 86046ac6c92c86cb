using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>
/// What a subject's owners say about a schema beside its text: tags by path, properties, and the names of properties that are secret.
/// All sorted in UTF-16 order, as they are hashed and printed (spec 2, 5.1).
/// </summary>
public sealed class Metadata : IEquatable<Metadata>
{
    /// <summary>The property that repeats the version number inside the schema's own metadata (spec 5.10).</summary>
    public const string VersionProperty = "confluent:version";

    /// <summary>The property that lists field names which later versions may not use (spec 5.6).</summary>
    public const string ReservedProperty = "confluent:reserved";

    public static readonly Metadata Empty = new(
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal),
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <param name="tags">Created with ordinal comparers, as are the other two.</param>
    public Metadata(ImmutableSortedDictionary<string, ImmutableSortedSet<string>> tags, ImmutableSortedDictionary<string, string> properties, ImmutableSortedSet<string> sensitive)
    {
        Tags = tags;
        Properties = properties;
        Sensitive = sensitive;
    }

    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Tags { get; }

    public ImmutableSortedDictionary<string, string> Properties { get; }

    public ImmutableSortedSet<string> Sensitive { get; }

    public bool IsEmpty => Tags.IsEmpty && Properties.IsEmpty && Sensitive.IsEmpty;

    public string? Version => Properties.GetValueOrDefault(VersionProperty);

    public Metadata WithVersion(int version) =>
        new(Tags, Properties.SetItem(VersionProperty, version.ToString(System.Globalization.CultureInfo.InvariantCulture)), Sensitive);

    public Metadata WithoutVersion() => new(Tags, Properties.Remove(VersionProperty), Sensitive);

    /// <summary>Both together: by key, and the later one wins; secret names add up. Null where both are null (spec 5.10).</summary>
    public static Metadata? Merge(Metadata? earlier, Metadata? later)
    {
        if (earlier is null || later is null)
            return earlier ?? later;
        return new(earlier.Tags.SetItems(later.Tags), earlier.Properties.SetItems(later.Properties), earlier.Sensitive.Union(later.Sensitive));
    }

    public bool Equals(Metadata? other) =>
        other is not null
        && Properties.SequenceEqual(other.Properties)
        && Sensitive.SetEquals(other.Sensitive)
        && Tags.Count == other.Tags.Count
        && Tags.Zip(other.Tags).All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.SetEquals(pair.Second.Value));

    public override bool Equals(object? obj) => Equals(obj as Metadata);

    public override int GetHashCode() => HashCode.Combine(Tags.Count, Properties.Count, Sensitive.Count);
}
