using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Registry.Domain;

/// <summary>
/// An immutable map in the order of its keys. A B-tree: a change copies the few nodes on its way, and an entry takes little more than the
/// room of its key and value, where the framework's immutable maps make an object for each.
/// </summary>
public sealed partial class BTreeDictionary<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>
    where TKey : struct, IComparable<TKey>
{
    public static readonly BTreeDictionary<TKey, TValue> Empty = new(new Leaf(owner: null), 0);

    private readonly Node _root;

    private BTreeDictionary(Node root, int count) => (_root, Count) = (root, count);

    public int Count { get; }

    public IEnumerable<TKey> Keys => _root.Leaves().SelectMany(leaf => leaf.Keys.Take(leaf.Count));

    public IEnumerable<TValue> Values => _root.Leaves().SelectMany(leaf => leaf.Items.Take(leaf.Count));

    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public TValue this[TKey key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no key {key}.");

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _root.TryGetValue(key, out value);

    public bool ContainsKey(TKey key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        foreach (var leaf in _root.Leaves())
        {
            for (var i = 0; i < leaf.Count; i++)
                yield return new(leaf.Keys[i], leaf.Items[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public Builder ToBuilder() => new(this);

    /// <summary>Changes a map: in place what it has copied itself since the last <see cref="ToImmutable"/>, a copy of all else. For one thread.</summary>
    public sealed class Builder
    {
        private BTreeDictionary<TKey, TValue>? _unchanged;
        private Node _root;
        private object _owner = new();

        internal Builder(BTreeDictionary<TKey, TValue> start) => (_unchanged, _root, Count) = (start, start._root, start.Count);

        public int Count { get; private set; }

        public TValue this[TKey key]
        {
            set
            {
                _unchanged = null;
                _root = _root.OwnedBy(_owner);
                if (_root.Set(key, value, out var isNew) is { } right)
                    _root = Branch.Over(_owner, _root, right);
                if (isNew)
                    Count++;
            }
        }

        public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => _root.TryGetValue(key, out value);

        public TValue? GetValueOrDefault(TKey key) => TryGetValue(key, out var value) ? value : default;

        public bool ContainsKey(TKey key) => TryGetValue(key, out _);

        public bool Remove(TKey key)
        {
            // Looked for first: where there is nothing to remove, nothing is copied.
            if (!ContainsKey(key))
                return false;
            _unchanged = null;
            _root = _root.OwnedBy(_owner);
            _root.Remove(key);
            while (_root is Branch { Count: 1 } branch)
                _root = branch.Items[0];
            Count--;
            return true;
        }

        public BTreeDictionary<TKey, TValue> ToImmutable()
        {
            if (_unchanged is null)
            {
                // From here on nodes are no longer its own.
                _owner = new object();
                _unchanged = Count == 0 ? Empty : new(_root, Count);
            }
            return _unchanged;
        }
    }
}
