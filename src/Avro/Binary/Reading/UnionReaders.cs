using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

/// <summary>Reads the number of a branch and the value of that branch.</summary>
internal sealed class WriterUnionReader(ValueReader[] branches) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!reader.TryReadInt(out var branch))
            return Refuse(ref reader, AvroKind.Union, out value);
        if ((uint)branch < (uint)branches.Length)
            return branches[branch].TryRead(ref reader, out value);
        value = default;
        return reader.Fail($"The union has {branches.Length} branches and none of the number {branch}");
    }
}

/// <summary>Reads a value as the one branch of the reader's union that takes it.</summary>
internal sealed class ReaderUnionReader(ValueReader inner, int branch) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        if (!inner.TryRead(ref reader, out value))
            return false;
        value = value.InBranch(branch);
        return true;
    }
}

/// <summary>Refuses what the reader's schema has no place for.</summary>
internal sealed class ImpossibleReader(string reason) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        return reader.Fail(reason);
    }
}
