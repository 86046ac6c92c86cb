using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A difference that keeps the reader from reading, with the texts of spec 2.10.</summary>
public sealed record SchemaIncompatibility : Incompatibility
{
    private readonly SchemaDifference _difference;
    private readonly Lazy<DifferenceExplainer> _explainer;

    /// <param name="explainer">Shared by all the findings of two schemas.</param>
    internal SchemaIncompatibility(SchemaDifference difference, Lazy<DifferenceExplainer> explainer)
        : base(difference.Rule.Name, difference.Path.ToString()) => (_difference, _explainer) = (difference, explainer);

    // The quotes do not match in the reference either, and clients may look for them.
    public override string Describe(Sides sides) => $"{{errorType:\"{Type}\", description:\"{_difference.Rule.Wording.Text(Path, sides)}'}}";

    public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) => _explainer.Value.Explain(_difference, direction);
}
