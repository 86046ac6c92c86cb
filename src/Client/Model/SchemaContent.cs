using Registry.Schemas;

namespace Registry.Client;

/// <summary>
/// A schema as it is registered: a text of a type, with what belongs to it. Equal when all of it is; the hash is made once, and
/// the same object is found fastest, so whoever writes many records keeps the object.
/// </summary>
public sealed class SchemaContent : IEquatable<SchemaContent>
{
    private readonly int _hash;

    public SchemaContent(SchemaType type, string text, IReadOnlyList<SchemaReference>? references = null, SchemaMetadata? metadata = null, SchemaRuleSet? ruleSet = null)
    {
        (Type, Text, References, Metadata, RuleSet) = (type, text, references ?? [], metadata, ruleSet);
        _hash = HashCode.Combine(type, text, References.Count);
    }

    public SchemaType Type { get; }

    public string Text { get; }

    public IReadOnlyList<SchemaReference> References { get; }

    public SchemaMetadata? Metadata { get; }

    public SchemaRuleSet? RuleSet { get; }

    /// <summary>Metadata and rules count as equal when they are the same objects.</summary>
    public bool Equals(SchemaContent? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Type == other.Type && Text == other.Text && HasSameReferences(other)
            && Equals(Metadata, other.Metadata) && Equals(RuleSet, other.RuleSet));

    public override bool Equals(object? obj) => Equals(obj as SchemaContent);

    public override int GetHashCode() => _hash;

    public override string ToString() => Text;

    // Asked for each record, and nearly always of none.
    private bool HasSameReferences(SchemaContent other) => References.Count == other.References.Count && (References.Count == 0 || References.SequenceEqual(other.References));
}
