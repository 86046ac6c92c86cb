using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Decides on deletions of versions and subjects (spec 4.1, 4.2, 5.2). Soft ones hide, permanent ones forget.</summary>
public static class Deletion
{
    /// <param name="version">Null for the latest.</param>
    /// <returns>The number of the version that went.</returns>
    public static Result<Plan<SchemaVersion>, RegistryError> DecideVersion(RegistryState state, Subject subject, SchemaVersion? version, bool permanent)
    {
        if (state.Find(subject) is not { } versions)
            return RegistryError.SubjectNotFound(subject);
        if ((version is { } number ? versions.Find(number) : versions.Latest) is not { } target)
            return RegistryError.VersionNotFound(version?.Value ?? -1);
        if (target.Deleted && !permanent)
            return RegistryError.VersionSoftDeleted(target.Key);
        if (Settings.ModeInForce(state, subject).IsReadOnly())
            return RegistryError.ReadOnly(subject);
        if (!permanent && target == versions.Latest && versions.Visible(Deleted.Exclude).Count() == 1 && state.Associations.OfSubject(subject).Any())
            return RegistryError.SubjectHasAssociation(subject);
        if (IsReferenced(state, target, permanent, byItself: true))
            return RegistryError.Referenced(target.Key);
        if (!permanent)
            return new Plan<SchemaVersion>(target.Version, new SchemaRecord(subject, target.Version, new(target.Id, target.Schema, Deleted: true)));
        if (!target.Deleted)
            return RegistryError.VersionNotSoftDeleted(target.Key);
        var tombstone = new SchemaRecord(subject, target.Version, Value: null);
        return new Plan<SchemaVersion>(versions.Versions.Count == 1 ? [tombstone, .. SettingsTombstones(state, subject)] : [tombstone], target.Version);
    }

    /// <returns>The numbers of the versions that went, ascending.</returns>
    public static Result<Plan<ImmutableArray<SchemaVersion>>, RegistryError> DecideSubject(RegistryState state, Subject subject, bool permanent)
    {
        if (state.Find(subject) is not { } versions)
            return RegistryError.SubjectNotFound(subject);
        if (versions.Latest is not { } latest && !permanent)
            return RegistryError.SubjectSoftDeleted(subject);
        if (Settings.ModeInForce(state, subject).IsReadOnly())
            return RegistryError.ReadOnly(subject);
        if (state.Associations.OfSubject(subject).Any())
            return RegistryError.SubjectHasAssociation(subject);
        ImmutableArray<SubjectVersion> targets = [.. versions.Visible(permanent ? Deleted.Include : Deleted.Exclude)];
        foreach (var target in targets)
        {
            if (IsReferenced(state, target, permanent, byItself: false))
                return RegistryError.Referenced(target.Key);
            if (permanent && !target.Deleted)
                return RegistryError.SubjectNotSoftDeleted(subject);
        }
        ImmutableArray<SchemaVersion> numbers = [.. targets.Select(target => target.Version)];
        return permanent
            ? new Plan<ImmutableArray<SchemaVersion>>([.. Tombstones(targets), .. SettingsTombstones(state, subject)], numbers)
            : new Plan<ImmutableArray<SchemaVersion>>(numbers, new DeleteSubjectRecord(subject, Watermark(versions, targets[^1])));
    }

    // The record takes the place of an earlier one of its kind. An import may have put an active version below what only that one hides,
    // and compaction would bring it back.
    private static SchemaVersion Watermark(SubjectState versions, SubjectVersion highestActive) =>
        versions.NewestFirst(Deleted.Only).FirstOrDefault(version => version.Version <= versions.Watermark) is { } hidden && hidden.Version > highestActive.Version
            ? hidden.Version
            : highestActive.Version;

    /// <summary>Tombstones of versions, the highest first.</summary>
    public static IEnumerable<TopicRecord> Tombstones(IEnumerable<SubjectVersion> ascending) =>
        ascending.Reverse().Select(version => new SchemaRecord(version.Subject, version.Version, Value: null));

    // A subject that is gone leaves no mode and no configuration for the next one of its name.
    private static IEnumerable<TopicRecord> SettingsTombstones(RegistryState state, Subject subject)
    {
        if (state.Modes.ContainsKey(subject))
            yield return new ModeRecord(subject, Value: null);
        if (state.Configs.ContainsKey(subject))
            yield return new ConfigRecord(subject, Value: null);
    }

    /// <summary>Whether a referrer stands in the way: any for a permanent deletion, an active one for a soft one.</summary>
    /// <param name="byItself">Whether other versions of the same subject count.</param>
    private static bool IsReferenced(RegistryState state, SubjectVersion target, bool permanent, bool byItself) =>
        state.ReferrersOf(target.Key).Any(referrer =>
            (byItself || referrer.Subject != target.Subject)
            && (permanent || state.Find(referrer.Subject, referrer.Version) is { Deleted: false }));
}
