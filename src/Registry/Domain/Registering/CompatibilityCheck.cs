using Registry.Schemas;

namespace Registry.Domain;

/// <summary>Holds a candidate against versions of a subject under the configuration in force (spec 5.9; compatibility spec 4).</summary>
public sealed class CompatibilityCheck(SchemaParser parser, Settings settings)
{
    /// <param name="newestFirst">The active versions to hold it against.</param>
    /// <returns>The entries of a verbose answer; empty when compatible.</returns>
    public IReadOnlyList<string> Run(RegistryState state, Candidate candidate, IReadOnlyList<SubjectVersion> newestFirst, Config inForce, CancellationToken cancellationToken)
    {
        var validatesFields = settings.ValidatesFields(inForce);
        List<string> messages = [];
        if (validatesFields)
            messages.AddRange(ReservedFields.Check(candidate, newestFirst is [var newest, ..] ? newest.Schema : null).Select(fault => fault.Describe(Sides.NewReadsOld)));
        messages.AddRange(LevelCheck.Run(candidate.Parsed, Earlier(state, candidate, newestFirst, inForce), Level(inForce), Policy(inForce), cancellationToken));
        if (messages.Count > 0)
            messages.Add($"{{validateFields: '{(validatesFields ? "true" : "false")}', compatibility: '{Level(inForce).Name()}'}}");
        return messages;
    }

    /// <summary>What <see cref="Run"/> finds, told to people; empty exactly when that is.</summary>
    public IReadOnlyList<ExplainedIncompatibility> Explain(
        RegistryState state, Candidate candidate, IReadOnlyList<SubjectVersion> newestFirst, Config inForce, CancellationToken cancellationToken)
    {
        List<ExplainedIncompatibility> explanations = [];
        if (settings.ValidatesFields(inForce))
        {
            var newest = newestFirst is [var first, ..] ? first : null;
            var direction = new Direction(Sides.NewReadsOld, BothWays: false);
            foreach (var explanation in ReservedFields.Check(candidate, newest?.Schema).SelectMany(fault => fault.Explain(direction, cancellationToken)))
                explanations.Add(new("", direction.Sides, explanation, newest is null ? [] : [newest.Version.Value]));
        }
        explanations.AddRange(LevelExplanation.Run(candidate.Parsed, Earlier(state, candidate, newestFirst, inForce), Level(inForce), Policy(inForce), cancellationToken));
        return explanations;
    }

    public static CompatibilityLevel Level(Config inForce) => inForce.CompatibilityLevel ?? CompatibilityLevel.None;

    private static CompatibilityPolicy Policy(Config inForce) => inForce.CompatibilityPolicy ?? CompatibilityPolicy.Strict;

    private IEnumerable<EarlierVersion> Earlier(RegistryState state, Candidate candidate, IReadOnlyList<SubjectVersion> newestFirst, Config inForce) =>
        InGroup(candidate, newestFirst, inForce.CompatibilityGroup)
            .Select(version => new EarlierVersion(version.Version.Value, version.Schema.Type, new(() => parser.Parse(state, version))));

    private static IEnumerable<SubjectVersion> InGroup(Candidate candidate, IReadOnlyList<SubjectVersion> versions, string? group)
    {
        if (string.IsNullOrEmpty(group))
            return versions;
        var wanted = candidate.Schema.Metadata?.Properties.GetValueOrDefault(group);
        return versions.Where(version => version.Schema.Metadata?.Properties.GetValueOrDefault(group) == wanted);
    }
}
