using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A wish to register.</summary>
/// <param name="Version">0 for the next one; -1 for the next one with its number in the metadata; else the number it must get.</param>
/// <param name="Id">Null for any; else the id that another registry gave it.</param>
/// <param name="Force">Skips the compatibility check only.</param>
public sealed record RegistrationRequest(Subject Subject, SubmittedSchema Schema, int Version, SchemaId? Id, bool Normalize, bool Force)
{
    /// <summary>What to do to the tags inside the text first.</summary>
    public TagEdit Tags { get; init; } = TagEdit.None;

    /// <summary>Whether to take over the tags of the latest version.</summary>
    public bool PropagatesTags { get; init; }

    /// <summary>Whether to make a version even of what is registered already.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Decides on registrations (spec 5.3). Pure: the same state and request give the same plan.</summary>
public sealed class Registration(SchemaParser parser, Settings settings, Lookup lookup, CompatibilityCheck compatibility)
{
    /// <param name="ahead">Carries a compatibility verdict from a decision on an earlier state to this one, where it still holds.</param>
    public Result<Plan<RegisteredSchema>, RegistryError> Decide(RegistryState state, RegistrationRequest request, CheckedAhead ahead)
    {
        var subject = request.Subject;
        if (!subject.IsValidForSchemas)
            return RegistryError.InvalidSubject(subject);
        if (!request.Tags.IsEmpty)
        {
            if (!Tagging.Edit(parser, state, subject, request.Schema, request.Tags).TryGet(out var tagged, out var unfit))
                return unfit;
            request = request with { Schema = tagged, Version = request.Version == 0 ? -1 : request.Version, IsNew = true };
        }
        var config = settings.InForce(state, subject);
        var known = FindKnown(state, request, config);
        if (!known.TryGet(out var answer, out var refusal) && refusal.Code != ErrorCode.SchemaNotFound)
            return refusal;
        if (answer is not null && Satisfies(state, request, answer))
            return new Plan<RegisteredSchema>(request.Version < 0 ? AsStored(state, answer) : answer);

        var mode = Settings.ModeInForce(state, subject);
        if (ModeFault(mode, request) is { } fault)
            return fault;
        if ((request.Version <= 0 || !mode.TakesIds()) && state.Find(subject) is { IsFull: true })
            return RegistryError.VersionsExhausted(subject);
        if (!Understand(state, request, config, mode).TryGet(out var candidate, out var error))
            return error;
        return Place(state, request, candidate, config, mode, ahead);
    }

    // The fast path: a known schema is answered in every mode, and by any node. Not where the configuration may add to the schema.
    private Result<RegisteredSchema, RegistryError> FindKnown(RegistryState state, RegistrationRequest request, Config config)
    {
        if (config.AddsToSchemas || request.PropagatesTags || request.IsNew)
            return RegistryError.SchemaNotFound();
        return lookup.Find(state, request.Subject, request.Schema, request.Normalize, Deleted.Exclude);
    }

    private static bool Satisfies(RegistryState state, RegistrationRequest request, RegisteredSchema known)
    {
        if (request.Id is { } id && id != known.Id)
            return false;
        return request.Version switch
        {
            0 => true,
            < 0 => state.Find(request.Subject)?.Latest?.Version == known.Version,
            _ => request.Id is not null && request.Version == known.Version.Value,
        };
    }

    // Asked for the latest by number, the reference answers with what it holds rather than with an echo.
    private static RegisteredSchema AsStored(RegistryState state, RegisteredSchema known) =>
        state.Find(known.Subject, known.Version) is { } version ? RegisteredSchema.At(version) : known;

    private static RegistryError? ModeFault(Mode mode, RegistrationRequest request)
    {
        if (mode.IsReadOnly())
            return RegistryError.ReadOnly(request.Subject);
        if (request.Id is not null)
            return mode.TakesIds() ? null : RegistryError.NotImport(request.Subject);
        return mode == Mode.ReadWrite ? null : RegistryError.NotReadWrite(request.Subject);
    }

    private Result<Candidate, RegistryError> Understand(RegistryState state, RegistrationRequest request, Config config, Mode mode)
    {
        var submitted = request.Schema;
        if (mode.TakesIds())
            return parser.Parse(state, request.Subject, submitted, Strictness.Stored, normalize: false, validateFields: false);

        var versions = state.Find(request.Subject);
        if (SchemaCompletion.Text(submitted, versions) is not { } withText)
            return RegistryError.InvalidSchema("Empty schema");
        if (request.PropagatesTags)
            withText = Tagging.Propagate(parser, state, request.Subject, withText);
        submitted = SchemaCompletion.Metadata(withText, versions, config);
        var coming = request.Version > 0 ? request.Version : NextVersion(versions).Value;
        submitted = SchemaCompletion.VersionNumber(submitted, coming, isAskedFor: request.Version != 0);
        if (RuleSetValidation.Fault(submitted.RuleSet) is { } fault)
            return new RegistryError(ErrorCode.InvalidRuleSet, fault);
        var strictness = settings.ValidatesNewSchemas(config) ? Strictness.New : Strictness.Stored;
        return parser.Parse(state, request.Subject, submitted, strictness, request.Normalize || (config.Normalize ?? false), settings.ValidatesFields(config));
    }

    private Result<Plan<RegisteredSchema>, RegistryError> Place(
        RegistryState state, RegistrationRequest request, Candidate candidate, Config config, Mode mode, CheckedAhead ahead)
    {
        var owned = candidate.Schema.References.Select(reference => request.Subject.Qualify(reference.Subject)).Where(target => IsOwned(state, target));
        if (owned.ToList() is [var first, ..])
            return RegistryError.NotForReferences(first);
        var versions = state.Find(request.Subject);
        if (request.Version == 0 && versions is not null && FindActive(state, versions, request, candidate) is { } existing)
            return new Plan<RegisteredSchema>(existing);
        if (!mode.TakesIds() && !request.Force)
        {
            var messages = ahead.Check(versions, config, candidate, () => compatibility.Run(
                state, candidate, [.. versions?.NewestFirst(Deleted.Exclude) ?? []], config, CancellationToken.None));
            if (messages.Count > 0)
                return RegistryError.Incompatible(request.Subject, messages);
        }

        var version = request.Version > 0 ? new SchemaVersion(request.Version) : NextVersion(versions);
        if (!mode.TakesIds() && version != NextVersion(versions))
            return RegistryError.InvalidSchema("Version is not one more than previous version");
        if (!ChooseId(state, request, candidate.Schema).TryGet(out var id, out var refusal))
            return refusal;
        return RegistrationPlan.For(state, request.Subject, version, id, candidate.Schema);
    }

    // What belongs to one topic goes with it, and must not be needed elsewhere.
    private static bool IsOwned(RegistryState state, Subject subject) => state.Associations.OfSubject(subject).Any(it => it.Lifecycle == Lifecycle.Strong);

    private RegisteredSchema? FindActive(RegistryState state, SubjectState versions, RegistrationRequest request, Candidate candidate)
    {
        if (Lookup.ByContent(state, versions, candidate.Schema) is { Deleted: false } version && (request.Id is null || request.Id == version.Id))
            return RegisteredSchema.Echo(version, candidate.Schema);
        // With an id of its own the same content may well be registered again: imports bring it so.
        if (request.Id is not null)
            return null;
        return lookup.ByComparison(state, versions, candidate, request.Schema.References.IsEmpty, Deleted.Exclude) is { } match ? RegisteredSchema.At(match) : null;
    }

    /// <summary>The id asked for, that of equal content in the context, or the next one.</summary>
    private static Result<SchemaId, RegistryError> ChooseId(RegistryState state, RegistrationRequest request, StoredSchema schema)
    {
        var context = state.ContextOf(request.Subject.Context);
        var id = request.Id ?? (context.IdsByGuid.TryGetValue(schema.Guid, out var known) ? known : null);
        if (id is null)
        {
            return context.HighestId.Value == int.MaxValue
                ? RegistryError.IdsExhausted(request.Subject)
                : context.HighestId.Next();
        }
        if (context.Ids.TryGetValue(id.Value, out var taken) && !IsSameContent(taken.Schema, schema))
            return RegistryError.IdHasOtherContent(id.Value, request.Subject);
        return id.Value;
    }

    // The hash has no separators and leaves the type out, so equal hashes are not yet equal content.
    private static bool IsSameContent(StoredSchema one, StoredSchema other) =>
        one.Type == other.Type
        && one.Guid == other.Guid
        && one.References.AsSpan().SequenceEqual(other.References.AsSpan())
        && Equals(one.Metadata, other.Metadata)
        && Equals(one.RuleSet, other.RuleSet)
        && one.Text.IsSame(other.Text);

    private static SchemaVersion NextVersion(SubjectState? versions) => versions?.NextVersion ?? SchemaVersion.First;
}

