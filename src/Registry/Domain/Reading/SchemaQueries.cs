using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Finds versions and ids as clients name them (spec 4.2, 4.3, 5.4).</summary>
public static class SchemaQueries
{
    /// <summary>A version by number, or the latest active one, here or, for a name without a context, in the first other context that has it.</summary>
    /// <param name="version">Null for the latest.</param>
    public static Result<SubjectVersion, RegistryError> FindVersion(RegistryState state, Subject subject, SchemaVersion? version, Deleted deleted)
    {
        foreach (var candidate in WithFallbacks(state, subject))
        {
            if (FindIn(state.Find(candidate), version, deleted) is { } found)
                return found;
        }
        var isKnown = state.Find(subject)?.Visible(deleted).Any() ?? false;
        return isKnown ? RegistryError.VersionNotFound(version?.Value ?? -1) : RegistryError.SubjectNotFound(subject);
    }

    /// <summary>The subject itself, then, for a name without a context, its namesakes in the other contexts in order.</summary>
    public static IEnumerable<Subject> WithFallbacks(RegistryState state, Subject subject) =>
        subject.IsInDefaultContext ? state.NamedContexts.Select(subject.In).Prepend(subject) : [subject];

    /// <summary>The version that stands for an id, chosen by the hint that clients give (spec 5.4); null when the id is unknown there.</summary>
    public static SubjectVersion? FindById(RegistryState state, SchemaId id, Subject hint)
    {
        if (hint.IsWholeContext)
            return HolderIn(state, hint.Context, id, null);
        if (!hint.IsInDefaultContext)
            return HolderIn(state, hint.Context, id, hint);
        return WithFallbacks(state, hint).Select(subject => HolderIn(state, subject.Context, id, subject)).FirstOrDefault(found => found is not null)
            ?? HolderIn(state, Subject.DefaultContext, id, null);
    }

    /// <summary>A version that holds content of this guid: in the default context first, then in the others in order.</summary>
    public static SubjectVersion? FindByGuid(RegistryState state, Guid guid) =>
        state.NamedContexts.Prepend(Subject.DefaultContext)
            .Where(context => state.ContextOf(context).IdsByGuid.ContainsKey(guid))
            .Select(context => HolderIn(state, context, state.ContextOf(context).IdsByGuid[guid], null))
            .FirstOrDefault();

    /// <summary>The id of content with this guid in each context that has it, the default context first.</summary>
    public static IEnumerable<(string Context, SchemaId Id)> IdsOf(RegistryState state, Guid guid) =>
        from context in state.NamedContexts.Prepend(Subject.DefaultContext)
        let ids = state.ContextOf(context).IdsByGuid
        where ids.ContainsKey(guid)
        select (context, ids[guid]);

    /// <summary>
    /// For each subject that holds an id the version it was loaded with last, in the order in which the reference lists them: that of a
    /// Java hash map, which clients have come to see (spec 4.3, note 15).
    /// </summary>
    public static IEnumerable<SubjectVersion> Holders(RegistryState state, string context, SchemaId id)
    {
        if (!state.ContextOf(context).Ids.TryGetValue(id, out var found))
            return [];
        // The lists go by content: an id whose content was imported again under another one lists what that one holds.
        if (state.ContextOf(context).IdsByGuid.TryGetValue(found.Schema.Guid, out var last) && last != id)
            found = state.ContextOf(context).Ids[last];
        return JavaHashOrder.Sort(found.Holders.GroupBy(holder => holder.Subject), group => group.Key.Name)
            .Select(group => group.Select(holder => state.Find(holder.Subject, holder.Version)!).MaxBy(version => version.Offset)!);
    }

    private static SubjectVersion? FindIn(SubjectState? subject, SchemaVersion? version, Deleted deleted)
    {
        var found = version is { } number ? subject?.Find(number) : subject?.Latest;
        return found is { Deleted: true } && deleted == Deleted.Exclude ? null : found;
    }

    private static SubjectVersion? HolderIn(RegistryState state, string context, SchemaId id, Subject? subject)
    {
        if (!state.ContextOf(context).Ids.TryGetValue(id, out var found))
            return null;
        if (subject is { } wanted)
            return state.Find(wanted)?.Versions.Where(version => version.Id == id).MaxBy(version => version.Offset);
        var representative = found.Representative;
        return state.Find(representative.Subject, representative.Version);
    }
}
