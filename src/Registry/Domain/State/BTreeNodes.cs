using System.Diagnostics.CodeAnalysis;

namespace Registry.Domain;

public sealed partial class BTreeDictionary<TKey, TValue>
{
    // Of a node: few enough to copy with each change, many enough that the nodes themselves hardly count.
    private const int Capacity = 64;

    // Neighbours that together have no more become one.
    private const int Sparse = Capacity / 2;

    /// <param name="owner">The builder's mark that may change it in place; null for none.</param>
    private abstract class Node(object? owner)
    {
        private readonly object? _owner = owner;

        public int Count { get; protected set; }

        /// <summary>Ascending, the first <see cref="Count"/>; of a branch none is higher than the lowest key of its child.</summary>
        public TKey[] Keys { get; protected set; } = [];

        public Node OwnedBy(object owner) => ReferenceEquals(_owner, owner) ? this : Copy(owner);

        public abstract bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value);

        public abstract IEnumerable<Leaf> Leaves();

        /// <returns>A new neighbour to the right that took the upper part; null where there was room.</returns>
        public abstract Node? Set(TKey key, TValue value, out bool isNew);

        /// <summary>Removes a key that is there.</summary>
        public abstract void Remove(TKey key);

        /// <summary>Takes all of a neighbour to the right, which is of the same kind.</summary>
        public abstract void Absorb(Node right);

        protected abstract Node Copy(object owner);

        protected object? Owner => _owner;

        /// <returns>The place of the key, or the complement of where it belongs.</returns>
        protected int Find(TKey key)
        {
            // Not by the framework's: code that only this process's combination of types needs is not there at its start.
            int low = 0, high = Count - 1;
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                switch (Keys[middle].CompareTo(key))
                {
                    case 0: return middle;
                    case < 0: low = middle + 1; break;
                    default: high = middle - 1; break;
                }
            }
            return ~low;
        }
    }

    /// <summary>What leaves and branches have in common: an item beside each key, which is a value or a child.</summary>
    private abstract class Node<TItem>(object? owner) : Node(owner)
    {
        public TItem[] Items { get; private set; } = [];

        public override void Absorb(Node right)
        {
            var other = (Node<TItem>)right;
            (Keys, Items) = (Resized(Keys, Capacity), Resized(Items, Capacity));
            other.Keys.AsSpan(0, other.Count).CopyTo(Keys.AsSpan(Count));
            other.Items.AsSpan(0, other.Count).CopyTo(Items.AsSpan(Count));
            Count += other.Count;
        }

        /// <summary>A node of the same kind without anything in it.</summary>
        protected abstract Node<TItem> New(object? owner);

        protected override Node Copy(object owner)
        {
            var copy = New(owner);
            (copy.Count, copy.Keys, copy.Items) = (Count, [.. Keys], [.. Items]);
            return copy;
        }

        /// <returns>As for <see cref="Node.Set"/>.</returns>
        protected Node<TItem>? Insert(int at, TKey key, TItem item)
        {
            if (Count < Capacity)
            {
                InsertHere(at, key, item);
                return null;
            }
            // Keys often come in their order: then this part stays full.
            var right = Split(at == Capacity ? Capacity : Capacity / 2);
            if (at <= Count && Count < Capacity)
                InsertHere(at, key, item);
            else
                right.InsertHere(at - Count, key, item);
            return right;
        }

        protected void RemoveAt(int at)
        {
            Count--;
            Array.Copy(Keys, at + 1, Keys, at, Count - at);
            Array.Copy(Items, at + 1, Items, at, Count - at);
            (Keys[Count], Items[Count]) = (default, default!);
        }

        private void InsertHere(int at, TKey key, TItem item)
        {
            (Keys, Items) = (WithRoom(Keys), WithRoom(Items));
            Array.Copy(Keys, at, Keys, at + 1, Count - at);
            Array.Copy(Items, at, Items, at + 1, Count - at);
            (Keys[at], Items[at]) = (key, item);
            Count++;
        }

        private Node<TItem> Split(int from)
        {
            var right = New(Owner);
            (right.Count, right.Keys, right.Items) = (Count - from, Keys[from..], Items[from..]);
            Array.Clear(Keys, from, Count - from);
            Array.Clear(Items, from, Count - from);
            Count = from;
            return right;
        }

        // Small maps are many, so that room is made as it is needed.
        private T[] WithRoom<T>(T[] items) => Count < items.Length ? items : Resized(items, Math.Clamp(items.Length * 2, 4, Capacity));

        private static T[] Resized<T>(T[] items, int length)
        {
            Array.Resize(ref items, length);
            return items;
        }
    }

    private sealed class Leaf(object? owner) : Node<TValue>(owner)
    {
        public override bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
        {
            var at = Find(key);
            value = at >= 0 ? Items[at] : default;
            return at >= 0;
        }

        public override IEnumerable<Leaf> Leaves() => [this];

        public override Node? Set(TKey key, TValue value, out bool isNew)
        {
            var at = Find(key);
            isNew = at < 0;
            if (isNew)
                return Insert(~at, key, value);
            Items[at] = value;
            return null;
        }

        public override void Remove(TKey key) => RemoveAt(Find(key));

        protected override Node<TValue> New(object? owner) => new Leaf(owner);
    }

    private sealed class Branch(object? owner) : Node<Node>(owner)
    {
        public static Branch Over(object owner, Node left, Node right)
        {
            var branch = new Branch(owner);
            branch.Insert(0, left.Keys[0], left);
            branch.Insert(1, right.Keys[0], right);
            return branch;
        }

        public override bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => Items[ChildOf(key)].TryGetValue(key, out value);

        public override IEnumerable<Leaf> Leaves() => Items.Take(Count).SelectMany(child => child.Leaves());

        public override Node? Set(TKey key, TValue value, out bool isNew)
        {
            var at = ChildOf(key);
            var split = OwnChild(at).Set(key, value, out isNew);
            if (key.CompareTo(Keys[at]) < 0)
                Keys[at] = key;
            return split is null ? null : Insert(at + 1, split.Keys[0], split);
        }

        public override void Remove(TKey key)
        {
            var at = ChildOf(key);
            var child = OwnChild(at);
            child.Remove(key);
            if (at > 0 && AreSparse(Items[at - 1], child))
                Merge(at - 1);
            else if (at + 1 < Count && AreSparse(child, Items[at + 1]))
                Merge(at);
        }

        protected override Node<Node> New(object? owner) => new Branch(owner);

        private int ChildOf(TKey key)
        {
            var at = Find(key);
            return at >= 0 ? at : Math.Max(~at - 1, 0);
        }

        private static bool AreSparse(Node left, Node right) => left.Count == 0 || right.Count == 0 || left.Count + right.Count <= Sparse;

        private Node OwnChild(int at) => Items[at] = Items[at].OwnedBy(Owner!);

        private void Merge(int at)
        {
            OwnChild(at).Absorb(Items[at + 1]);
            RemoveAt(at + 1);
        }
    }
}
