using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>A keyword for all the properties or items that nothing else speaks of, and what its changes are called.</summary>
/// <param name="Added">What was closed is no longer.</param>
/// <param name="Removed">What was not closed is now.</param>
internal sealed record RestComparison(string Keyword, DifferenceRule Added, DifferenceRule Removed, DifferenceRule Extended, DifferenceRule Narrowed)
{
    public void Compare(SchemaComparison comparison, Findings findings, Openness writer, Openness reader)
    {
        if (writer.IsClosed != reader.IsClosed)
            findings.Add(writer.IsClosed ? Added : Removed, new(Keyword));
        else if (writer.Schema is null != reader.Schema is null)
            findings.Add(writer.Schema is null ? Narrowed : Extended, new(Keyword));
        else
            findings.Add(comparison.Compare(writer.Schema, reader.Schema), new(Keyword));
    }

    /// <summary>The same for the keywords of which false is a schema like others.</summary>
    public void CompareUnevaluated(SchemaComparison comparison, Findings findings, SchemaNode? writer, SchemaNode? reader)
    {
        if (Difference(writer, reader) is { } rule)
            findings.Add(rule, new(Keyword));
        else
            findings.Add(comparison.Compare(writer, reader), new(Keyword));
    }

    private DifferenceRule? Difference(SchemaNode? writer, SchemaNode? reader) => (writer, reader) switch
    {
        (null, null) => null,
        (null, { Kind: NodeKind.False }) => Removed,
        (null, _) => Narrowed,
        ({ Kind: NodeKind.False }, null) => Added,
        (_, null) => Extended,
        ({ Kind: NodeKind.False }, { Kind: NodeKind.False }) => null,
        ({ Kind: NodeKind.False }, _) => Added,
        (_, { Kind: NodeKind.False }) => Removed,
        (PlainNode { AcceptsAnything: true }, PlainNode { AcceptsAnything: true }) => null,
        (PlainNode { AcceptsAnything: true }, _) => Narrowed,
        (_, PlainNode { AcceptsAnything: true }) => Extended,
        _ => null,
    };
}
