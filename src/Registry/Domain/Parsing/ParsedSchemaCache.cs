using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Caching.Memory;
using Registry.Schemas;

namespace Registry.Domain;

/// <summary>
/// Remembers parsed schemas, least recently used ones forgotten first. A key holds the very texts that went in, those of references
/// included, so an entry never grows stale.
/// </summary>
public sealed class ParsedSchemaCache : IDisposable
{
    // In characters of schema text. A parsed schema takes some ten times its text and those of its references, which it holds on to: this
    // bounds the cache near 40 MB.
    private const long Capacity = 2_000_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = Capacity });

    public bool TryGet(ParseKey key, [NotNullWhen(true)] out CachedSchema? schema) => _cache.TryGetValue(key, out schema) && schema is not null;

    public void Add(ParseKey key, CachedSchema schema) =>
        _cache.Set(key, schema, new MemoryCacheEntryOptions { Size = schema.Text.Length + key.Targets.Sum(target => (long)target.Schema.Text.Length) + 100 });

    public void Dispose() => _cache.Dispose();
}

/// <summary>A parsed schema, and the text under which it is stored.</summary>
public sealed record CachedSchema(ParsedSchema Schema, SchemaText Text);

/// <summary>All that the outcome of parsing depends on.</summary>
/// <param name="Source">The submitted text, compared by value, or the stored schema, compared by identity.</param>
/// <param name="Targets">The names of the references, and what they stand for, compared by identity: stored schemas are shared and never change.</param>
public sealed record ParseKey(object Source, SchemaType Type, Strictness Strictness, bool Normalized, ImmutableArray<(string Name, StoredSchema Schema)> Targets)
{
    public bool Equals(ParseKey? other) =>
        other is not null
        && Type == other.Type
        && Strictness == other.Strictness
        && Normalized == other.Normalized
        && Source.Equals(other.Source)
        && Targets.Length == other.Targets.Length
        && Targets.Zip(other.Targets).All(pair => pair.First.Name == pair.Second.Name && ReferenceEquals(pair.First.Schema, pair.Second.Schema));

    public override int GetHashCode() => HashCode.Combine(Source, Type, Strictness, Normalized, Targets.Length);
}
