using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A wish for a version that differs from an earlier one in tags, metadata and rules.</summary>
/// <param name="From">The version to start from; null for the latest.</param>
/// <param name="NewVersion">The number that the new version must get; 0 for the next one.</param>
/// <param name="Metadata">Null keeps that of the version.</param>
/// <param name="RuleSet">Null keeps that of the version.</param>
/// <param name="RulesToMerge">Rules to add, or to put in the place of those of the same names.</param>
/// <param name="RulesToRemove">Names of rules.</param>
public sealed record TagChangeRequest(
    Subject Subject, SchemaVersion? From, int NewVersion, TagEdit Tags, Metadata? Metadata, RuleSet? RuleSet, RuleSet? RulesToMerge, ImmutableArray<string> RulesToRemove);

/// <summary>Decides on new versions that come of old ones (spec 4.2 #11, 5.12).</summary>
public sealed class TagChange(Registration registration)
{
    public Result<Plan<RegisteredSchema>, RegistryError> Decide(RegistryState state, TagChangeRequest request, CheckedAhead ahead)
    {
        if (!SchemaQueries.FindVersion(state, request.Subject, request.From, Deleted.Exclude).TryGet(out var version, out var refusal))
            return refusal;
        var from = version.Schema;
        var submitted = new SubmittedSchema(from.Type, from.Text.ToString(), from.References, request.Metadata ?? from.Metadata, Rules(state, request, version));
        return registration.Decide(state, new(request.Subject, submitted, request.NewVersion == 0 ? -1 : request.NewVersion, Id: null, Normalize: false, Force: false)
        {
            Tags = request.Tags,
            IsNew = true,
        }, ahead);
    }

    // Rules are added to the version before the new one, whichever the text is taken from.
    private static RuleSet? Rules(RegistryState state, TagChangeRequest request, SubjectVersion from)
    {
        if (request.RulesToMerge is null && request.RulesToRemove.IsEmpty)
            return request.RuleSet ?? from.Schema.RuleSet;
        var subject = state.Find(from.Subject);
        var before = request.NewVersion > 0 ? subject?.Find(new(request.NewVersion - 1)) : subject?.Latest;
        return RuleSet.Merge(request.RuleSet ?? before?.Schema.RuleSet, request.RulesToMerge)?.Without(request.RulesToRemove);
    }
}
