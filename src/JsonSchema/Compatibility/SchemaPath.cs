namespace Registry.JsonSchema.Compatibility;

/// <summary>The way from the root to a finding. Made into text only when somebody asks: many findings share most of it.</summary>
internal sealed record SchemaPath(SchemaPath? Parent, SchemaPair Pair, Step Step)
{
    /// <summary>How many steps lead here.</summary>
    public int Length { get; } = (Parent?.Length ?? 0) + 1;

    /// <summary>From the root.</summary>
    public IReadOnlyList<Step> Steps
    {
        get
        {
            var steps = new List<Step>();
            for (var at = this; at is not null; at = at.Parent)
            {
                if (!at.Step.IsNone)
                    steps.Add(at.Step);
            }
            steps.Reverse();
            return steps;
        }
    }

    /// <summary>The reference's notation: parts are not escaped.</summary>
    public override string ToString() => "#/" + string.Join('/', Steps);
}
