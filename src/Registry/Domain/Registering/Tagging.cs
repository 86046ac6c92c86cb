using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Edits tags inside the text of a schema that is about to be registered (spec 5.12).</summary>
public static class Tagging
{
    /// <summary>The schema with its tags edited; a part that is not there is a refusal.</summary>
    public static Result<SubmittedSchema, RegistryError> Edit(SchemaParser parser, RegistryState state, Subject subject, SubmittedSchema submitted, TagEdit edit)
    {
        if (submitted.IsBlank && parser.Knows(submitted.Type))
            return Fault("argument \"content\" is null");
        if (!parser.Parse(state, subject, submitted, Strictness.Stored, normalize: false, validateFields: false).TryGet(out var candidate, out var refusal))
            return refusal;
        return candidate.Parsed.WithTags(edit).TryGet(out var tagged, out var fault)
            ? submitted with { Text = tagged.CanonicalText }
            : Fault(fault);
    }

    /// <summary>The schema with the tags of the latest version on the parts that both have.</summary>
    public static SubmittedSchema Propagate(SchemaParser parser, RegistryState state, Subject subject, SubmittedSchema submitted)
    {
        if (state.Find(subject)?.Latest is not { } latest || parser.Parse(state, latest) is not { Tags.Count: > 0 } tagged)
            return submitted;
        foreach (var tags in tagged.Tags)
        {
            if (Edit(parser, state, subject, submitted, new([tags], [])).TryGet(out var edited, out _))
                submitted = edited;
        }
        return submitted;
    }

    private static RegistryError Fault(string fault) => RegistryError.InvalidSchema($"java.lang.IllegalArgumentException: {fault}");
}
