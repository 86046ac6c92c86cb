using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>A schema as a client sends it, to register, to look up or to test.</summary>
/// <param name="Text">Empty where the client left it out.</param>
/// <param name="References">A version of -1 means the latest.</param>
public sealed record SubmittedSchema(SchemaType Type, string Text, ImmutableArray<SchemaReference> References, Metadata? Metadata, RuleSet? RuleSet)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>A submitted schema, understood: what would be stored, and what it means.</summary>
public sealed record Candidate(ParsedSchema Parsed, StoredSchema Schema);
