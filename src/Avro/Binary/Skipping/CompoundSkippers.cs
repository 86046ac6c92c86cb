using Registry.Avro.Model;

namespace Registry.Avro.Binary.Skipping;

internal sealed class UnionSkipper(Skipper[] branches) : Skipper
{
    public override bool TrySkip(ref AvroReader reader)
    {
        if (!reader.TryReadInt(out var branch))
            return reader.FailToRead(AvroKind.Union);
        return (uint)branch < (uint)branches.Length
            ? branches[branch].TrySkip(ref reader)
            : reader.Fail($"The union has {branches.Length} branches and none of the number {branch}");
    }
}

/// <summary>Arrays, and maps as arrays of their entries. A block that says how many bytes it takes is passed at once.</summary>
internal sealed class BlockSkipper(Skipper? items, AvroKind kind) : Skipper
{
    public override bool TrySkip(ref AvroReader reader)
    {
        if (!reader.TryEnter())
            return false;
        AvroBlock block;
        do
        {
            if (!reader.TryReadBlock(itemsCanBeEmpty: items is null, out block))
                return reader.FailToRead(kind);
            if (!TrySkipItems(ref reader, block))
                return false;
        }
        while (block.Count > 0);
        reader.Leave();
        return true;
    }

    private bool TrySkipItems(ref AvroReader reader, AvroBlock block)
    {
        if (block.End >= 0)
            return reader.TrySkip(block.End - reader.Position);
        if (items is null)
            return true;
        for (var toCome = block.Count; toCome > 0; toCome--)
        {
            if (!items.TrySkip(ref reader))
                return reader.FailIn(block.Count - toCome);
        }
        return true;
    }
}

/// <summary>Records, field by field, and entries of maps. Recursive schemas make it part of itself, so its parts come later.</summary>
internal sealed class SequenceSkipper : Skipper
{
    private (Skipper Skipper, string Name)[] _parts = [];

    public void Complete((Skipper Skipper, string Name)[] parts) => _parts = parts;

    public override bool TrySkip(ref AvroReader reader)
    {
        if (!reader.TryEnter())
            return false;
        foreach (ref readonly var part in _parts.AsSpan())
        {
            if (!part.Skipper.TrySkip(ref reader))
                return reader.FailIn(part.Name);
        }
        reader.Leave();
        return true;
    }
}
