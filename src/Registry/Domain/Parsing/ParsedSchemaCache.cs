using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>
/// Remembers what parsing has come to. A key holds the very texts that went in, those of references included, so an entry never grows stale.
/// A parsed schema takes some twenty times its text: of what is submitted only the outcome is kept for long, which answers for a known schema.
/// </summary>
public sealed class ParsedSchemaCache
{
    /// <summary>What became of submitted texts.</summary>
    public RecentlyUsed<UnderstoodText> Texts { get; } = new(1_000_000);

    /// <summary>Submitted schemas, for as long as one request is about them.</summary>
    public RecentlyUsed<ParsedSchema> Submitted { get; } = new(50_000);

    /// <summary>Stored schemas, which new versions are compared with.</summary>
    public RecentlyUsed<ParsedSchema> Stored { get; } = new(500_000);
}

/// <summary>What a submitted text came to.</summary>
/// <param name="Alone">How it is stored where nothing comes with the text: no references, metadata or rules.</param>
/// <param name="Strictness">The stricter one under which it is known to be read.</param>
/// <param name="FieldFault">As <see cref="ParsedSchema.FieldFault"/>.</param>
public sealed record UnderstoodText(StoredSchema Alone, Strictness Strictness, SchemaError? FieldFault);

/// <summary>All that the outcome of parsing depends on.</summary>
/// <param name="Source">The submitted text, compared by value, or the stored schema, compared by identity.</param>
/// <param name="Targets">The names of the references, and what they stand for, compared by identity: stored schemas are shared and never change.</param>
public sealed record ParseKey(object Source, SchemaType Type, bool Normalized, ImmutableArray<(string Name, StoredSchema Schema)> Targets)
{
    /// <summary>In characters of schema text, those of the references included: an entry holds on to them.</summary>
    public long Size => (Source is StoredSchema stored ? stored.Text.Length : ((string)Source).Length) + Targets.Sum(target => (long)target.Schema.Text.Length) + 100;

    public bool Equals(ParseKey? other) =>
        other is not null
        && Type == other.Type
        && Normalized == other.Normalized
        && Source.Equals(other.Source)
        && Targets.Length == other.Targets.Length
        && Targets.Zip(other.Targets).All(pair => pair.First.Name == pair.Second.Name && ReferenceEquals(pair.First.Schema, pair.Second.Schema));

    public override int GetHashCode() => HashCode.Combine(Source, Type, Normalized, Targets.Length);
}
