using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A mode, or that there is none.</summary>
public readonly record struct ModeSetting(Mode? Mode);

/// <summary>Decides on changes of a mode (spec 4.6, 5.8).</summary>
public static class ModeChange
{
    /// <param name="mode">Null clears it.</param>
    /// <param name="force">Enters IMPORT whatever is there, and keeps it.</param>
    public static Result<Plan<ModeSetting>, RegistryError> DecidePut(RegistryState state, Subject scope, Mode? mode, bool force)
    {
        if (!scope.IsValidForSettings)
            return RegistryError.InvalidSubject(scope);
        if (mode == Mode.Forward && scope != Subject.Global)
            return RegistryError.ForwardOnlyGlobally();
        var change = new ModeRecord(scope, mode);
        if (mode != Mode.Import || force || Settings.ModeInForce(state, scope) == Mode.Import)
            return new Plan<ModeSetting>(new(mode), change);
        if (!Clear(state, scope).TryGet(out var cleared, out var refusal))
            return refusal;
        return new Plan<ModeSetting>([.. cleared, change], new(mode));
    }

    /// <param name="recursive">Also the modes of the subjects below a context.</param>
    /// <returns>The mode before; null when there was none.</returns>
    public static Result<Plan<ModeSetting>, RegistryError> DecideDelete(RegistryState state, Subject scope, bool recursive)
    {
        Mode? own = state.Modes.TryGetValue(scope, out var mode) ? mode : null;
        if (own is null && !recursive && scope != Subject.Default)
            return RegistryError.SubjectNotFound(scope);
        List<TopicRecord> records = own is not null || scope == Subject.Default ? [new ModeRecord(scope, Value: null)] : [];
        if (recursive && scope.IsWholeContext)
        {
            records.AddRange(state.Modes.Keys
                .Where(subject => subject.Context == scope.Context && !subject.IsWholeContext)
                .Select(subject => new ModeRecord(subject, Value: null)));
        }
        return new Plan<ModeSetting>([.. records], new(own ?? (scope == Subject.Default ? Mode.ReadWrite : null)));
    }

    // Ids come from elsewhere from here on, so nothing may be left that holds one.
    private static Result<ImmutableArray<TopicRecord>, RegistryError> Clear(RegistryState state, Subject scope)
    {
        ImmutableArray<SubjectState> subjects = [.. state.SubjectsIn(scope)];
        if (subjects.Any(subject => subject.Latest is not null))
            return RegistryError.ImportOverSubjects();
        foreach (var version in subjects.SelectMany(subject => subject.Versions))
        {
            if (state.ReferrersOf(version.Key).Any(referrer => !subjects.Any(subject => subject.Subject == referrer.Subject)))
                return RegistryError.Referenced(version.Key);
        }
        return ImmutableArray.CreateRange(
            subjects.SelectMany(subject => Deletion.Tombstones(subject.Versions)).Append(new ClearSubjectRecord(scope)));
    }
}
