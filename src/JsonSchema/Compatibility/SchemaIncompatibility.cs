using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A difference that keeps the reader from reading, with the texts of spec 2.10.</summary>
public sealed record SchemaIncompatibility : Incompatibility
{
    private const int MostCauses = 100;

    private readonly SchemaDifference _difference;
    private readonly CompatibilityPolicy _policy;
    private readonly Lazy<WitnessSearch> _witnesses;

    /// <param name="witnesses">Shared by all the findings of two schemas, and so is what it may cost.</param>
    internal SchemaIncompatibility(SchemaDifference difference, CompatibilityPolicy policy, Lazy<WitnessSearch> witnesses)
        : base(difference.Rule.Name, difference.Path.ToString()) => (_difference, _policy, _witnesses) = (difference, policy, witnesses);

    // The quotes do not match in the reference either, and clients may look for them.
    public override string Describe(Sides sides) => $"{{errorType:\"{Type}\", description:\"{_difference.Rule.Wording.Text(Path, sides)}'}}";

    public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken)
    {
        List<Explanation> explanations = [];
        var rest = new Queue<SchemaDifference>([_difference]);
        while (explanations.Count < MostCauses && rest.TryDequeue(out var next))
        {
            var causes = CombinedCauses.Find(next, _policy, cancellationToken);
            if (causes.Count == 0)
                explanations.Add(Tell(next, direction));
            foreach (var cause in causes)
                rest.Enqueue(cause);
        }
        return explanations;
    }

    private Explanation Tell(SchemaDifference difference, Direction direction)
    {
        var told = Telling.Of(new(difference.Rule, difference.Path.Pair, difference.Path.Step, direction));
        return new(InstancePlace.Of(difference.Path), told.Reason, told.Remedies, _witnesses.Value.Find(difference.Path));
    }
}
