using Registry.Domain;

namespace Registry.Tests.Domain;

/// <summary>States to start from, built of commands that have to succeed.</summary>
internal static class States
{
    public static RegistryState Empty => RegistryState.Empty;

    /// <summary>A subject that gets these schemas as its next versions, whether they go together or not.</summary>
    public static RegistryState With(this RegistryState state, string subject, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            state = Done(state.Register(subject, text, force: true));
        return state;
    }

    public static RegistryState WithReferrer(this RegistryState state, string subject, string text, string references) =>
        Done(state.Register(subject, text, references, force: true));

    public static RegistryState WithSoftDeleted(this RegistryState state, string subject, params ReadOnlySpan<int> versions)
    {
        foreach (var version in versions)
            state = Done(state.Delete(subject, version));
        return state;
    }

    public static RegistryState Without(this RegistryState state, string subject, int version) =>
        Done(state.Delete(subject, version, permanent: true));

    public static RegistryState WithSoftDeletedSubject(this RegistryState state, string subject) => Done(state.Delete(subject));

    public static RegistryState WithConfig(this RegistryState state, string scope, string json) => Done(state.PutConfig(scope, json));

    public static RegistryState WithMode(this RegistryState state, string scope, Mode mode, bool force = true) => Done(state.PutMode(scope, mode, force));

    public static string Versions(this RegistryState state, string subject, Deleted deleted = Deleted.Exclude) =>
        string.Join(' ', (state.Find(Subject.Parse(subject))?.Visible(deleted) ?? []).Select(version => $"{version.Version}:{version.Id}"));

    private static RegistryState Done(Outcome outcome)
    {
        // Refusals begin with their code, and no command that sets up a state may be refused.
        Assert.False(int.TryParse(outcome.Said.Split(' ')[0], out var code) && code >= 400, outcome.Said);
        return outcome.Next;
    }
}
