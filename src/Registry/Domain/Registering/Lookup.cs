using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A registered schema as an answer names it.</summary>
/// <param name="Schema">What the client sent in its stored form, or the stored schema itself.</param>
/// <param name="Stored">Where the answer comes from, when it was found by comparing versions; then the answer carries time and deletion mark.</param>
public sealed record RegisteredSchema(Subject Subject, SchemaVersion Version, SchemaId Id, StoredSchema Schema, SubjectVersion? Stored)
{
    public static RegisteredSchema At(SubjectVersion version) => new(version.Subject, version.Version, version.Id, version.Schema, version);

    /// <summary>The version that holds content equal to the candidate's: the answer repeats the candidate.</summary>
    public static RegisteredSchema Echo(SubjectVersion version, StoredSchema candidate) => new(version.Subject, version.Version, version.Id, candidate, null);
}

/// <summary>Finds whether a schema is registered in a subject already (spec 5.5).</summary>
public sealed class Lookup(SchemaParser parser, Settings settings)
{
    /// <summary>The version that holds this schema. An unknown schema is 40403, a text that is none 42201; an unknown subject is the caller's business.</summary>
    public Result<RegisteredSchema, RegistryError> Find(RegistryState state, Subject subject, SubmittedSchema submitted, bool normalize, Deleted deleted)
    {
        if (submitted.IsBlank && parser.Knows(submitted.Type))
            return RegistryError.SchemaNotFound();
        var config = settings.InForce(state, subject);
        normalize |= config.Normalize ?? false;
        var validatesFields = settings.ValidatesFields(config) && !Settings.ModeInForce(state, subject).TakesIds();
        if (!parser.Parse(state, subject, submitted, Strictness.Stored, normalize, validatesFields).TryGet(out var candidate, out var error))
            return error;
        if (state.Find(subject) is not { } versions)
            return RegistryError.SchemaNotFound();
        if (Find(state, versions, candidate, submitted.References.IsEmpty, deleted) is { } found)
            return found;

        // Once more as a registration would complete it: what was registered without metadata took over that of its predecessor.
        var completed = SchemaCompletion.Metadata(submitted, versions, config);
        if (Equals(completed, submitted))
            return RegistryError.SchemaNotFound();
        if (!parser.Parse(state, subject, completed, Strictness.Stored, normalize, validatesFields).TryGet(out candidate, out error))
            return error;
        return Find(state, versions, candidate, submitted.References.IsEmpty, deleted) is { } retried ? retried : RegistryError.SchemaNotFound();
    }

    /// <summary>As <see cref="Find(RegistryState, Subject, SubmittedSchema, bool, Deleted)"/>, in the namesakes of other contexts too; here an unknown subject is 40401.</summary>
    public Result<RegisteredSchema, RegistryError> FindAnywhere(RegistryState state, Subject subject, SubmittedSchema submitted, bool normalize, Deleted deleted)
    {
        RegistryError? first = null;
        foreach (var candidate in SchemaQueries.WithFallbacks(state, subject))
        {
            if (Find(state, candidate, submitted, normalize, deleted).TryGet(out var found, out var refusal))
                return found;
            if (refusal.Code != ErrorCode.SchemaNotFound)
                return refusal;
            first ??= refusal;
        }
        return state.Find(subject)?.Visible(deleted).Any() ?? false ? first! : RegistryError.SubjectNotFound(subject);
    }

    /// <summary>By content hash first, then by comparing the visible versions, the newest first.</summary>
    public RegisteredSchema? Find(RegistryState state, SubjectState subject, Candidate candidate, bool isWithoutReferences, Deleted deleted)
    {
        if (ByContent(state, subject, candidate.Schema) is { } version && (deleted == Deleted.Include || !version.Deleted))
            return RegisteredSchema.Echo(version, candidate.Schema);
        return ByComparison(state, subject, candidate, isWithoutReferences, deleted) is { } match ? RegisteredSchema.At(match) : null;
    }

    /// <summary>The version of the subject that was loaded last of those that hold the id of this content.</summary>
    public static SubjectVersion? ByContent(RegistryState state, SubjectState subject, StoredSchema schema)
    {
        var context = state.ContextOf(subject.Subject.Context);
        if (!context.IdsByGuid.TryGetValue(schema.Guid, out var id))
            return null;
        return subject.Versions.Where(version => version.Id == id).MaxBy(version => version.Offset);
    }

    public SubjectVersion? ByComparison(RegistryState state, SubjectState subject, Candidate candidate, bool isWithoutReferences, Deleted deleted) =>
        subject.NewestFirst(deleted).FirstOrDefault(version => IsSame(state, version, candidate, isWithoutReferences));

    private bool IsSame(RegistryState state, SubjectVersion version, Candidate candidate, bool isWithoutReferences)
    {
        var (stored, sent) = (version.Schema, candidate.Schema);
        if (stored.Type != sent.Type || !Equals(stored.RuleSet, sent.RuleSet) || !IsSameMetadata(version, sent.Metadata))
            return false;
        // A text with all types in line may be the same as one that refers to them.
        var isInlined = isWithoutReferences && !stored.References.IsEmpty;
        if (!isInlined && !stored.References.AsSpan().SequenceEqual(sent.References.AsSpan()))
            return false;
        return parser.Parse(state, version) is { } parsed && candidate.Parsed.IsEquivalentTo(parsed);
    }

    // confluent:version may be absent on one side: clients send back what they got, or what they once sent.
    private static bool IsSameMetadata(SubjectVersion version, Metadata? sent)
    {
        var stored = version.Schema.Metadata;
        if (stored?.Version is not null && sent?.Version is null)
            return Equals(OrNull(stored.WithoutVersion()), OrNull(sent));
        if (sent?.Version is { } number && stored?.Version is null)
            return number == version.Version.ToString() && Equals(OrNull(stored), OrNull(sent.WithoutVersion()));
        return Equals(stored, sent);
    }

    private static Metadata? OrNull(Metadata? metadata) => metadata is null or { IsEmpty: true } ? null : metadata;
}
