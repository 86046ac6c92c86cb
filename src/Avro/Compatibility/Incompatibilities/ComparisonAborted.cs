using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>The comparison has no answer, so the schemas count as incompatible. It is the only finding, and of no type.</summary>
public abstract record ComparisonAborted() : Incompatibility("", "")
{
    protected abstract string Reason { get; }

    public sealed override string Describe(Sides sides) => $"Unexpected exception during compatibility check: {Reason}";
}
