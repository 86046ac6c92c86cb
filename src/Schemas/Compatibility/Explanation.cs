namespace Registry.Schemas;

/// <summary>
/// An incompatibility told to the people who have to deal with it: our own words, beside the reference's in
/// <see cref="Incompatibility.Describe"/>. Reason and remedies are sentences that can be shown as they stand.
/// </summary>
/// <param name="Where">Which part of the schema, in its format's own terms: <c>field "total" of record shop.Order</c>.</param>
/// <param name="Reason">Which data cannot be read, what either schema says about it, and why that does not fit.</param>
/// <param name="Remedies">Changes of the new schema, each of which alone ends this incompatibility. Empty when there is none.</param>
/// <param name="Example">A value that the writer may write and the reader refuses, as JSON; null when none is known.</param>
public sealed record Explanation(string Where, string Reason, IReadOnlyList<string> Remedies, string? Example = null)
{
    public bool Equals(Explanation? other) =>
        other is not null && Where == other.Where && Reason == other.Reason && Example == other.Example && Remedies.SequenceEqual(other.Remedies, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Where, Reason, Example, Remedies.Count);
}

/// <summary>In which direction something is explained.</summary>
/// <param name="Sides">Which schema reads.</param>
/// <param name="BothWays">Whether the level also asks for the other direction, which a remedy then must not break.</param>
public readonly record struct Direction(Sides Sides, bool BothWays)
{
    /// <summary>Whether the new schema is the one that reads. Only the new schema can still change, whichever side it is on.</summary>
    public bool NewReads => Sides == Sides.NewReadsOld;
}
