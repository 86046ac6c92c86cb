using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>A finding with the texts of spec 1.11. The path is a JSON pointer into the walk over the reader, as the reference gives it.</summary>
/// <param name="Place">Where it is in truth: the path of a type that is met twice, or inside a union, leads elsewhere.</param>
public abstract record AvroIncompatibility(string Type, string Path, SchemaPlace Place) : Incompatibility(Type, Path)
{
    /// <summary>The details that the type alone does not tell.</summary>
    public abstract string AdditionalInfo { get; }

    public sealed override string Describe(Sides sides) => $"{{errorType:'{Type}', description:'{Description(sides)}', additionalInfo:'{AdditionalInfo}'}}";

    public sealed override IReadOnlyList<Explanation> Explain(Direction direction, CancellationToken cancellationToken) => CauseSearch.Explain(this, direction, cancellationToken);

    /// <summary>This finding by itself, in the words of people.</summary>
    internal Explanation Tell(Direction direction) => new(Where, Reason(direction), [.. direction.NewReads ? RemediesAsReader(direction.BothWays) : RemediesAsWriter(direction.BothWays)]);

    protected abstract string Description(Sides sides);

    /// <summary>The part of the schema that has to change.</summary>
    protected virtual string Where => Place.ToString();

    protected abstract string Reason(Direction direction);

    /// <summary>Changes of the new schema when it is the reader.</summary>
    /// <param name="bothWays">Whether the old schema must read new data too.</param>
    protected abstract IEnumerable<string> RemediesAsReader(bool bothWays);

    /// <summary>Changes of the new schema when it is the writer.</summary>
    /// <param name="bothWays">Whether the new schema must read old data too.</param>
    protected abstract IEnumerable<string> RemediesAsWriter(bool bothWays);
}
