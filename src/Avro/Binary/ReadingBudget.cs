using System.Runtime.InteropServices;

namespace Registry.Avro.Binary;

/// <summary>What is left of the limits while one datum is read.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ReadingBudget(AvroLimits limits)
{
    private long _memory = limits.MaximumAllocation;
    private int _items = limits.MaximumItems;
    private int _depth = limits.MaximumDepth;

    public bool TryEnter()
    {
        if (!Nesting.Allows(_depth))
            return false;
        _depth--;
        return true;
    }

    public void Leave() => _depth++;

    public bool TryTakeItems(long count)
    {
        if ((ulong)count > (ulong)_items)
            return false;
        _items -= (int)count;
        return true;
    }

    public bool TryTakeMemory(long bytes)
    {
        if ((ulong)bytes > (ulong)_memory)
            return false;
        _memory -= bytes;
        return true;
    }
}
