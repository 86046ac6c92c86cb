using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>The comparison was given up, so the schemas count as incompatible. It is the only finding, and of no type.</summary>
public sealed record ComparisonTooLarge() : Incompatibility("", "")
{
    private const string Reason = "The two schemas together are too deep, or combine too many subschemas, to be compared.";

    public override string Describe(Sides sides) => $"Unexpected exception during compatibility check: {Reason}";

    public override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) =>
        [new("the schema as a whole", Reason, ["Split the schema: describe with fewer allOf, anyOf and oneOf, or in several schemas."])];
}
