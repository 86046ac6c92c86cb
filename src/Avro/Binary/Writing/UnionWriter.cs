using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Writing;

/// <summary>Writes the number of a branch and its value.</summary>
internal sealed class UnionWriter(UnionSchema schema, ValueWriter[] branches) : ValueWriter
{
    public override bool TryWrite(ref AvroWriter writer, in AvroValue value)
    {
        var branch = value.Branch;
        if (branch < 0)
            branch = UnionBranch.Of(value, schema);
        if ((uint)branch >= (uint)branches.Length)
            return writer.Fail($"The union has no branch for the value, which is of the kind {value.Kind.Word()}");
        writer.WriteInt(branch);
        return branches[branch].TryWrite(ref writer, value);
    }
}
