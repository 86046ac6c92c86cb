using Registry.Schemas;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A difference that keeps the reader from reading, with the texts of spec 2.10.</summary>
public sealed record SchemaIncompatibility : Incompatibility
{
    private readonly SchemaDifference _difference;

    internal SchemaIncompatibility(SchemaDifference difference)
        : base(difference.Rule.Name, difference.Path.ToString()) => _difference = difference;

    // The quotes do not match in the reference either, and clients may look for them.
    public override string Describe(Sides sides) => $"{{errorType:\"{Type}\", description:\"{_difference.Rule.Wording.Text(Path, sides)}'}}";
}
