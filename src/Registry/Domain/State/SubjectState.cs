using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>All versions of one subject, ascending, soft-deleted ones included. Never empty.</summary>
public sealed class SubjectState
{
    // Up to here an array, which takes least room; beyond, a list that a new version does not copy.
    private const int FewVersions = 64;

    private SubjectState(Subject subject, IReadOnlyList<SubjectVersion> versions, SchemaVersion? watermark)
    {
        Watermark = watermark;
        Subject = subject;
        Versions = versions;
        var latest = versions.Count - 1;
        while (latest >= 0 && versions[latest].Deleted)
            latest--;
        Latest = latest < 0 ? null : versions[latest];
    }

    public Subject Subject { get; }

    /// <summary>Never changed.</summary>
    public IReadOnlyList<SubjectVersion> Versions { get; }

    /// <summary>The highest active version; null when all are soft-deleted.</summary>
    public SubjectVersion? Latest { get; }

    /// <summary>Up to where the last soft deletion of the subject as a whole reached; null before the first.</summary>
    public SchemaVersion? Watermark { get; }

    /// <summary>The number after the highest one given out: a soft-deleted number stays taken (spec 5.2).</summary>
    public SchemaVersion NextVersion => Versions[^1].Version.Next();

    /// <summary>Whether there is no <see cref="NextVersion"/>, which only an import can bring about.</summary>
    public bool IsFull => Versions[^1].Version.Value == int.MaxValue;

    public static SubjectState Of(SubjectVersion first) => new(first.Subject, new[] { first }, watermark: null);

    public SubjectVersion? Find(SchemaVersion version) => IndexOf(version) is >= 0 and var at ? Versions[at] : null;

    public IEnumerable<SubjectVersion> Visible(Deleted deleted) => deleted switch
    {
        Deleted.Include => Versions,
        Deleted.Only => Versions.Where(version => version.Deleted),
        _ => Versions.Where(version => !version.Deleted),
    };

    /// <summary>Visible versions, the newest first.</summary>
    public IEnumerable<SubjectVersion> NewestFirst(Deleted deleted)
    {
        for (var i = Versions.Count - 1; i >= 0; i--)
        {
            if (deleted == Deleted.Include || Versions[i].Deleted == (deleted == Deleted.Only))
                yield return Versions[i];
        }
    }

    public SubjectState With(SubjectVersion version)
    {
        var at = IndexOf(version.Version);
        if (Versions is ImmutableList<SubjectVersion> many)
            return new(Subject, at >= 0 ? many.SetItem(at, version) : many.Insert(~at, version), Watermark);
        return Of(at >= 0 ? [.. Versions.Take(at), version, .. Versions.Skip(at + 1)] : [.. Versions.Take(~at), version, .. Versions.Skip(~at)], Watermark);
    }

    /// <summary>Null when nothing is left.</summary>
    public SubjectState? Without(SchemaVersion version)
    {
        var at = IndexOf(version);
        if (at < 0)
            return this;
        if (Versions.Count == 1)
            return null;
        return Versions is ImmutableList<SubjectVersion> many
            ? new(Subject, many.RemoveAt(at), Watermark)
            : Of([.. Versions.Take(at), .. Versions.Skip(at + 1)], Watermark);
    }

    /// <summary>All versions up to the watermark soft-deleted.</summary>
    public SubjectState DeletedUpTo(SchemaVersion watermark) =>
        Of([.. Versions.Select(version => version.Version <= watermark && !version.Deleted ? version with { Deleted = true } : version)], watermark);

    private SubjectState Of(SubjectVersion[] versions, SchemaVersion? watermark) =>
        new(Subject, versions.Length > FewVersions ? versions.ToImmutableList() : versions, watermark);

    private int IndexOf(SchemaVersion version)
    {
        // Appending is the common case, and the search needs no key object of its own for it.
        if (Versions.Count > 0 && Versions[^1].Version < version)
            return ~Versions.Count;
        int low = 0, high = Versions.Count - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) >> 1);
            switch (Versions[middle].Version.CompareTo(version))
            {
                case 0: return middle;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }
        return ~low;
    }
}
