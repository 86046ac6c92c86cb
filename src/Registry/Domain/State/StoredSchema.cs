using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The content that an id stands for: everything of a schema that does not depend on where it is registered.</summary>
public sealed class StoredSchema
{
    public StoredSchema(SchemaType type, SchemaText text, ImmutableArray<SchemaReference> references, Metadata? metadata, RuleSet? ruleSet)
    {
        Type = type;
        Text = text;
        References = references;
        Metadata = metadata;
        RuleSet = ruleSet;
        Guid = ContentHash.Of(text.ToUtf8(), references, metadata, ruleSet);
    }

    public SchemaType Type { get; }

    public SchemaText Text { get; }

    /// <summary>As they were given, subjects unqualified where the client left them so, versions always concrete.</summary>
    public ImmutableArray<SchemaReference> References { get; }

    public Metadata? Metadata { get; }

    public RuleSet? RuleSet { get; }

    /// <summary>The content hash; equal for equal content in every context (spec 5.1).</summary>
    public Guid Guid { get; }
}
