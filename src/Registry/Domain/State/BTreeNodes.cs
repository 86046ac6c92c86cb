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

        // Small maps are many, so that room is made as it is needed.
        protected static T[] WithRoom<T>(T[] items, int count) =>
            count < items.Length ? items : Resized(items, Math.Clamp(items.Length * 2, 4, Capacity));

        protected static T[] Resized<T>(T[] items, int length)
        {
            Array.Resize(ref items, length);
            return items;
        }

        protected static void InsertAt<T>(T[] items, int count, int at, T item)
        {
            Array.Copy(items, at, items, at + 1, count - at);
            items[at] = item;
        }

        protected static void RemoveAt<T>(T[] items, int count, int at)
        {
            Array.Copy(items, at + 1, items, at, count - at - 1);
            items[count - 1] = default!;
        }

        // Keys often come in their order: then the left part stays full.
        protected static int SplitPoint(int at) => at == Capacity ? Capacity : Capacity / 2;
    }

    private sealed class Leaf(object? owner) : Node(owner)
    {
        public TValue[] Values { get; private set; } = [];

        public override bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
        {
            var at = Find(key);
            value = at >= 0 ? Values[at] : default;
            return at >= 0;
        }

        public override IEnumerable<Leaf> Leaves() => [this];

        public override Node? Set(TKey key, TValue value, out bool isNew)
        {
            var at = Find(key);
            isNew = at < 0;
            if (!isNew)
            {
                Values[at] = value;
                return null;
            }
            at = ~at;
            if (Count < Capacity)
            {
                Insert(at, key, value);
                return null;
            }
            var right = Split(SplitPoint(at));
            if (at <= Count && Count < Capacity)
                Insert(at, key, value);
            else
                right.Insert(at - Count, key, value);
            return right;
        }

        public override void Remove(TKey key)
        {
            var at = Find(key);
            RemoveAt(Keys, Count, at);
            RemoveAt(Values, Count, at);
            Count--;
        }

        public override void Absorb(Node right)
        {
            var other = (Leaf)right;
            (Keys, Values) = (Resized(Keys, Capacity), Resized(Values, Capacity));
            other.Keys.AsSpan(0, other.Count).CopyTo(Keys.AsSpan(Count));
            other.Values.AsSpan(0, other.Count).CopyTo(Values.AsSpan(Count));
            Count += other.Count;
        }

        protected override Node Copy(object owner) => new Leaf(owner) { Count = Count, Keys = [.. Keys], Values = [.. Values] };

        private void Insert(int at, TKey key, TValue value)
        {
            (Keys, Values) = (WithRoom(Keys, Count), WithRoom(Values, Count));
            InsertAt(Keys, Count, at, key);
            InsertAt(Values, Count, at, value);
            Count++;
        }

        private Leaf Split(int from)
        {
            var right = new Leaf(Owner) { Count = Count - from, Keys = Keys[from..], Values = Values[from..] };
            Array.Clear(Keys, from, Count - from);
            Array.Clear(Values, from, Count - from);
            Count = from;
            return right;
        }
    }

    private sealed class Branch(object? owner) : Node(owner)
    {
        public Node[] Children { get; private set; } = [];

        public static Branch Over(object owner, Node left, Node right)
        {
            var branch = new Branch(owner);
            branch.Insert(0, left);
            branch.Insert(1, right);
            return branch;
        }

        public override bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => Children[ChildOf(key)].TryGetValue(key, out value);

        public override IEnumerable<Leaf> Leaves() => Children.Take(Count).SelectMany(child => child.Leaves());

        public override Node? Set(TKey key, TValue value, out bool isNew)
        {
            var at = ChildOf(key);
            var child = OwnChild(at);
            var split = child.Set(key, value, out isNew);
            if (key.CompareTo(Keys[at]) < 0)
                Keys[at] = key;
            if (split is null)
                return null;
            at++;
            if (Count < Capacity)
            {
                Insert(at, split);
                return null;
            }
            var right = Split(SplitPoint(at));
            if (at <= Count && Count < Capacity)
                Insert(at, split);
            else
                right.Insert(at - Count, split);
            return right;
        }

        public override void Remove(TKey key)
        {
            var at = ChildOf(key);
            var child = OwnChild(at);
            child.Remove(key);
            if (at > 0 && AreSparse(Children[at - 1], child))
                Merge(at - 1);
            else if (at + 1 < Count && AreSparse(child, Children[at + 1]))
                Merge(at);
        }

        public override void Absorb(Node right)
        {
            var other = (Branch)right;
            (Keys, Children) = (Resized(Keys, Capacity), Resized(Children, Capacity));
            other.Keys.AsSpan(0, other.Count).CopyTo(Keys.AsSpan(Count));
            other.Children.AsSpan(0, other.Count).CopyTo(Children.AsSpan(Count));
            Count += other.Count;
        }

        protected override Node Copy(object owner) => new Branch(owner) { Count = Count, Keys = [.. Keys], Children = [.. Children] };

        private int ChildOf(TKey key)
        {
            var at = Find(key);
            return at >= 0 ? at : Math.Max(~at - 1, 0);
        }

        private static bool AreSparse(Node left, Node right) => left.Count == 0 || right.Count == 0 || left.Count + right.Count <= Sparse;

        private Node OwnChild(int at) => Children[at] = Children[at].OwnedBy(Owner!);

        private void Merge(int at)
        {
            OwnChild(at).Absorb(Children[at + 1]);
            RemoveAt(Keys, Count, at + 1);
            RemoveAt(Children, Count, at + 1);
            Count--;
        }

        private void Insert(int at, Node child)
        {
            (Keys, Children) = (WithRoom(Keys, Count), WithRoom(Children, Count));
            InsertAt(Keys, Count, at, child.Keys[0]);
            InsertAt(Children, Count, at, child);
            Count++;
        }

        private Branch Split(int from)
        {
            var right = new Branch(Owner) { Count = Count - from, Keys = Keys[from..], Children = Children[from..] };
            Array.Clear(Keys, from, Count - from);
            Array.Clear(Children, from, Count - from);
            Count = from;
            return right;
        }
    }
}
