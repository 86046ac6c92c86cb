using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The content that an id stands for: everything of a schema that does not depend on where it is registered.</summary>
public sealed class StoredSchema
{
    // Behind one reference, since most schemas have none of it.
    private readonly Attached? _attached;

    public StoredSchema(SchemaType type, SchemaText text, ImmutableArray<SchemaReference> references, Metadata? metadata, RuleSet? ruleSet)
        : this(type, text, references, metadata, ruleSet, ContentHash.Of(text.ToUtf8(), references, metadata, ruleSet))
    {
    }

    private StoredSchema(SchemaType type, SchemaText text, ImmutableArray<SchemaReference> references, Metadata? metadata, RuleSet? ruleSet, Guid guid)
    {
        Type = type;
        Text = text;
        Guid = guid;
        if (!references.IsEmpty || metadata is not null || ruleSet is not null)
            _attached = new(references, metadata, ruleSet);
    }

    /// <summary>Of a text that stands somewhere as a JSON string; see <see cref="SchemaText.FromJson"/>.</summary>
    public static StoredSchema FromJson(SchemaType type, ReadOnlySpan<byte> text, ImmutableArray<SchemaReference> references, Metadata? metadata, RuleSet? ruleSet)
    {
        // Hashed before it is compressed, since of a long topic every text comes this way.
        var guid = SchemaText.ReadUtf8(text, (references, metadata, ruleSet), static (it, utf8) => ContentHash.Of(utf8, it.references, it.metadata, it.ruleSet));
        return new(type, SchemaText.FromJson(text), references, metadata, ruleSet, guid);
    }

    public SchemaType Type { get; }

    public SchemaText Text { get; }

    /// <summary>As they were given, subjects unqualified where the client left them so, versions always concrete.</summary>
    public ImmutableArray<SchemaReference> References => _attached?.References ?? [];

    public Metadata? Metadata => _attached?.Metadata;

    public RuleSet? RuleSet => _attached?.RuleSet;

    /// <summary>The content hash; equal for equal content in every context (spec 5.1).</summary>
    public Guid Guid { get; }

    private sealed record Attached(ImmutableArray<SchemaReference> References, Metadata? Metadata, RuleSet? RuleSet);
}
