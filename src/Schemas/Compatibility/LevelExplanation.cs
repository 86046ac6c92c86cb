using System.Diagnostics;

namespace Registry.Schemas;

/// <summary>An explanation, and what it holds for.</summary>
/// <param name="Rule">The type of the incompatibility in verbose answers; empty when none of a type is behind it.</param>
/// <param name="Sides">Which side reads.</param>
/// <param name="Versions">The earlier versions that it holds against, the newest first.</param>
public sealed record ExplainedIncompatibility(string Rule, Sides Sides, Explanation Explanation, IReadOnlyList<int> Versions);

/// <summary>
/// Holds a new schema against a history as <see cref="LevelCheck"/> does, for people: all versions that the level asks for instead of the
/// first that fails, and each cause once with all versions that it keeps out.
/// </summary>
public sealed class LevelExplanation
{
    // Enough for a person to begin with, and a bound on what a long history of large schemas makes us hold.
    private const int MaximumCauses = 1000;

    private readonly Dictionary<(string Rule, Sides Sides, Explanation Explanation), List<int>> _versions = [];

    private LevelExplanation()
    {
    }

    /// <param name="newestFirst">Active versions only.</param>
    /// <param name="longest">How long all versions together may take; null for what a check may take.</param>
    /// <returns>Empty exactly when <see cref="LevelCheck.Run"/> finds nothing.</returns>
    public static IReadOnlyList<ExplainedIncompatibility> Run(
        ParsedSchema candidate, IEnumerable<EarlierVersion> newestFirst, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellationToken, TimeSpan? longest = null)
    {
        if (level == CompatibilityLevel.None)
            return [];
        var explanation = new LevelExplanation();
        var start = Stopwatch.GetTimestamp();
        foreach (var (at, earlier) in (level.IsTransitive() ? newestFirst : newestFirst.Take(1)).Index())
        {
            if (at > 0 && Stopwatch.GetElapsedTime(start) > (longest ?? LevelCheck.Longest))
            {
                explanation.Add("", level.ChecksBackward() ? Sides.NewReadsOld : Sides.OldReadsNew, NotCompared(earlier), earlier);
                break;
            }
            explanation.Compare(candidate, earlier, level, policy, cancellationToken);
        }
        return [.. explanation._versions.Select(it => new ExplainedIncompatibility(it.Key.Rule, it.Key.Sides, it.Key.Explanation, it.Value))];
    }

    private void Compare(ParsedSchema candidate, EarlierVersion earlier, CompatibilityLevel level, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        var sides = level.ChecksBackward() ? Sides.NewReadsOld : Sides.OldReadsNew;
        if (earlier.Type != candidate.Type)
        {
            Add("", sides, OtherType(candidate, earlier), earlier);
            return;
        }
        if (earlier.Schema.Value is not { } schema)
        {
            Add("", sides, Unreadable(earlier), earlier);
            return;
        }
        if (level.ChecksForward())
            Explain(schema.FindIncompatibilities(candidate, policy, cancellationToken), new(Sides.OldReadsNew, level.ChecksBackward()), earlier, cancellationToken);
        if (level.ChecksBackward())
            Explain(candidate.FindIncompatibilities(schema, policy, cancellationToken), new(Sides.NewReadsOld, level.ChecksForward()), earlier, cancellationToken);
    }

    private void Explain(IReadOnlyList<Incompatibility> findings, Direction direction, EarlierVersion earlier, CancellationToken cancellationToken)
    {
        foreach (var finding in findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var explanation in finding.Explain(direction, cancellationToken))
                Add(finding.Type, direction.Sides, explanation, earlier);
        }
    }

    private void Add(string rule, Sides sides, Explanation explanation, EarlierVersion earlier)
    {
        if (!_versions.TryGetValue((rule, sides, explanation), out var versions))
        {
            if (_versions.Count == MaximumCauses)
                return;
            _versions.Add((rule, sides, explanation), versions = []);
        }
        if (versions.Count == 0 || versions[^1] != earlier.Version)
            versions.Add(earlier.Version);
    }

    private static Explanation OtherType(ParsedSchema candidate, EarlierVersion earlier) => new(
        "the schema as a whole",
        $"The new schema is of type {candidate.Type}, the old one of type {earlier.Type}, and data of one format cannot be read with a schema of another.",
        [$"Send a schema of type {earlier.Type}.", "Register the new schema under another subject.", "Set the compatibility level of the subject to NONE; consumers must then tell both formats apart themselves."]);

    private static Explanation NotCompared(EarlierVersion earlier) =>
        new("the schema as a whole", $"{LevelCheck.NotCompared(earlier)}.", ["Register under a level that is not transitive.", "Delete earlier versions that nobody uses any more."]);

    private static Explanation Unreadable(EarlierVersion earlier) => new(
        "the schema as a whole",
        $"The stored text of version {earlier.Version} cannot be parsed, so nothing can be checked against it.",
        [$"Delete version {earlier.Version}.", "Set the compatibility level of the subject to NONE."]);
}
