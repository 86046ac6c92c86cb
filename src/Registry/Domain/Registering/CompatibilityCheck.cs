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
            messages.AddRange(ReservedFields.Check(candidate, newestFirst.Count > 0 ? newestFirst[0].Schema : null));

        var level = inForce.CompatibilityLevel ?? CompatibilityLevel.None;
        var policy = inForce.CompatibilityPolicy ?? CompatibilityPolicy.Strict;
        var earlier = InGroup(candidate, newestFirst, inForce.CompatibilityGroup)
            .Select(version => new EarlierVersion(version.Version.Value, version.Schema.Type, new(() => parser.Parse(state, version))));
        messages.AddRange(LevelCheck.Run(candidate.Parsed, earlier, level, policy, cancellationToken));

        if (messages.Count > 0)
            messages.Add($"{{validateFields: '{(validatesFields ? "true" : "false")}', compatibility: '{level.Name()}'}}");
        return messages;
    }

    private static IEnumerable<SubjectVersion> InGroup(Candidate candidate, IReadOnlyList<SubjectVersion> versions, string? group)
    {
        if (string.IsNullOrEmpty(group))
            return versions;
        var wanted = candidate.Schema.Metadata?.Properties.GetValueOrDefault(group);
        return versions.Where(version => version.Schema.Metadata?.Properties.GetValueOrDefault(group) == wanted);
    }
}
