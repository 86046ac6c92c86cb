using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Decides on the deletion of a context: of its name only, and only when no subject is left in it (spec 5.4).</summary>
public static class ContextDeletion
{
    /// <returns>The context's name; unknown ones are gone already.</returns>
    public static Result<Plan<string>, RegistryError> Decide(RegistryState state, Subject context)
    {
        if (state.SubjectsIn(context).Any())
            return RegistryError.ContextNotEmpty(context);
        return state.NamedContexts.Contains(context.Context)
            ? new Plan<string>(context.Context, new ContextRecord(context.Context, Exists: false))
            : new Plan<string>(context.Context);
    }
}
