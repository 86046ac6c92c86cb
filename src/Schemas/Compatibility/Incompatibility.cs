namespace Registry.Schemas;

/// <summary>
/// One reason why a reader cannot read a writer. A finding is data; its text is made only when somebody asks for it.
/// </summary>
/// <param name="Type">The reference's name of the rule, such as <c>TYPE_MISMATCH</c>.</param>
/// <param name="Path">Where, in the format's own notation.</param>
public abstract record Incompatibility(string Type, string Path)
{
    /// <summary>The entry of a verbose answer, worded as the reference words it.</summary>
    public abstract string Describe(Sides sides);

    /// <summary>
    /// The same for people: where, why, and what change of the new schema would pass. Several, when the finding sums up several causes.
    /// Made only when somebody asks, so it may compare again. A finding with nothing better to say repeats its entry.
    /// </summary>
    public virtual IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) => [new(Path, Describe(direction.Sides), [])];
}

/// <summary>What the reading and the writing side are called in texts for people.</summary>
public readonly record struct Sides(string Reader, string Writer)
{
    public static readonly Sides NewReadsOld = new("new", "old");
    public static readonly Sides OldReadsNew = new("old", "new");}
