using System.Collections.Immutable;
using System.Text;

namespace Registry.Domain;

/// <summary>
/// Keys in which other servers wrote what this one writes under another: with members that it leaves out, or in another order (spec 6.1). Their
/// records stand in the topic until something is written under the very same bytes, and would be back once a tombstone of ours is compacted away.
/// </summary>
public sealed record ForeignKeys
{
    public static readonly ForeignKeys Empty = new();

    private ImmutableDictionary<string, ImmutableSortedSet<string>> ByOwnKey { get; init; } = ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);

    /// <summary>The keys of others for one of ours.</summary>
    public ImmutableArray<byte[]> For(byte[] own) =>
        !ByOwnKey.IsEmpty && ByOwnKey.TryGetValue(Text(own), out var foreign) ? [.. foreign.Select(Encoding.UTF8.GetBytes)] : [];

    /// <param name="exists">Whether a record stands under the key, or a tombstone.</param>
    public ForeignKeys With(byte[] own, byte[] foreign, bool exists)
    {
        var keys = ByOwnKey.GetValueOrDefault(Text(own)) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
        keys = exists ? keys.Add(Text(foreign)) : keys.Remove(Text(foreign));
        return this with { ByOwnKey = keys.IsEmpty ? ByOwnKey.Remove(Text(own)) : ByOwnKey.SetItem(Text(own), keys) };
    }

    // Both are JSON that was read, so they are UTF-8.
    private static string Text(byte[] key) => Encoding.UTF8.GetString(key);
}
