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
/// <param name="parse">Tells what it means; only asked where somebody wants to know, once.</param>
public sealed class Candidate(StoredSchema schema, Func<ParsedSchema> parse)
{
    private ParsedSchema? _parsed;

    public StoredSchema Schema => schema;

    public ParsedSchema Parsed => _parsed ??= parse();
}
