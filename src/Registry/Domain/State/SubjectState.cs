using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>All versions of one subject, ascending, soft-deleted ones included. Never empty.</summary>
public sealed class SubjectState
{
    private SubjectState(Subject subject, ImmutableList<SubjectVersion> versions, SchemaVersion? watermark)
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

    public ImmutableList<SubjectVersion> Versions { get; }

    /// <summary>The highest active version; null when all are soft-deleted.</summary>
    public SubjectVersion? Latest { get; }

    /// <summary>Up to where the last soft deletion of the subject as a whole reached; null before the first.</summary>
    public SchemaVersion? Watermark { get; }

    /// <summary>The number after the highest one given out: a soft-deleted number stays taken (spec 5.2).</summary>
    public SchemaVersion NextVersion => Versions[^1].Version.Next();

    /// <summary>Whether there is no <see cref="NextVersion"/>, which only an import can bring about.</summary>
    public bool IsFull => Versions[^1].Version.Value == int.MaxValue;

    public static SubjectState Of(SubjectVersion first) => new(first.Subject, [first], watermark: null);

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
        return new(Subject, at >= 0 ? Versions.SetItem(at, version) : Versions.Insert(~at, version), Watermark);
    }

    /// <summary>Null when nothing is left.</summary>
    public SubjectState? Without(SchemaVersion version)
    {
        var at = IndexOf(version);
        if (at < 0)
            return this;
        return Versions.Count == 1 ? null : new(Subject, Versions.RemoveAt(at), Watermark);
    }

    /// <summary>All versions up to the watermark soft-deleted.</summary>
    public SubjectState DeletedUpTo(SchemaVersion watermark)
    {
        var versions = Versions.ToBuilder();
        for (var i = 0; i < versions.Count && versions[i].Version <= watermark; i++)
        {
            if (!versions[i].Deleted)
                versions[i] = versions[i] with { Deleted = true };
        }
        return new(Subject, versions.ToImmutable(), watermark);
    }

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
