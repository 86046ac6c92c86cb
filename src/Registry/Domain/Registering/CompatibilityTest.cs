using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Tests a schema against a subject without registering it (spec 4.4).</summary>
public sealed class CompatibilityTest(SchemaParser parser, Settings settings, CompatibilityCheck check)
{
    /// <summary>All active versions, the newest first; none for an unknown subject, which any schema suits.</summary>
    public static SubjectVersion[] Versions(RegistryState state, Subject subject) =>
        [.. state.Find(subject)?.NewestFirst(Deleted.Exclude) ?? []];

    /// <summary>The one active version of a number, or the latest, if there is one.</summary>
    public static Result<SubjectVersion[], RegistryError> Versions(RegistryState state, Subject subject, SchemaVersion? version)
    {
        if (version is not { } number)
            return state.Find(subject)?.Latest is { } latest ? new[] { latest } : Array.Empty<SubjectVersion>();
        return state.Find(subject, number) is { Deleted: false } found ? new[] { found } : RegistryError.VersionNotFound(number.Value);
    }

    /// <returns>The entries of a verbose answer; empty when compatible.</returns>
    public Result<string[], RegistryError> Run(
        RegistryState state, Subject subject, SubjectVersion[] newestFirst, SubmittedSchema submitted, bool normalize, CancellationToken cancellationToken)
    {
        var config = settings.InForce(state, subject);
        if (!Parse(state, subject, submitted, config, normalize).TryGet(out var candidate, out var error))
            return error;
        return check.Run(state, candidate, newestFirst, config, cancellationToken).ToArray();
    }

    /// <summary>The same test, told to people (ADR 6).</summary>
    public Result<ExplainedTest, RegistryError> Explain(
        RegistryState state, Subject subject, SubjectVersion[] newestFirst, SubmittedSchema submitted, bool normalize, CancellationToken cancellationToken)
    {
        var config = settings.InForce(state, subject);
        if (!Parse(state, subject, submitted, config, normalize).TryGet(out var candidate, out var error))
            return error;
        return new ExplainedTest(CompatibilityCheck.Level(config), check.Explain(state, candidate, newestFirst, config, cancellationToken));
    }

    private Result<Candidate, RegistryError> Parse(RegistryState state, Subject subject, SubmittedSchema submitted, Config config, bool normalize)
    {
        var strictness = settings.ValidatesNewSchemas(config) ? Strictness.New : Strictness.Stored;
        return parser.Parse(state, subject, submitted, strictness, normalize || (config.Normalize ?? false), settings.ValidatesFields(config));
    }
}

/// <summary>A tested schema's incompatibilities for people, and the level in force.</summary>
public sealed record ExplainedTest(CompatibilityLevel Level, IReadOnlyList<ExplainedIncompatibility> Explanations);
