using System.Runtime.InteropServices;

namespace Registry.Avro.Binary.Reading;

/// <summary>
/// The items of an array or map while they are read. A block says how many there are, but that is the sender's word: room for
/// more than a few is made only as items really come, and at least doubles, since blocks can be many and small.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct GrowingArray<T>(int itemSize)
{
    private const int Trusted = 1024;

    private T[] _items = [];

    public int Count { get; private set; }

    /// <summary>A place for one more item, of so many that are to come in its block; false beyond the limits.</summary>
    public bool TryAdd(ref AvroReader reader, int toCome)
    {
        if (Count == _items.Length && !TryGrow(ref reader, toCome))
            return false;
        Count++;
        return true;
    }

    public readonly ref T Last => ref _items[Count - 1];

    public T[] ToArray()
    {
        if (_items.Length != Count)
            Array.Resize(ref _items, Count);
        return _items;
    }

    private bool TryGrow(ref AvroReader reader, int toCome)
    {
        var more = Math.Max(Math.Min(toCome, Trusted), _items.Length);
        if (!reader.TryCharge(Memory.OfArray(more, itemSize)))
            return false;
        Array.Resize(ref _items, Count + more);
        return true;
    }
}
