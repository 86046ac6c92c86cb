namespace Registry.Avro.Model;

/// <summary>A union. Its branches are numbered from 0, as data names them; it has no properties.</summary>
public sealed class UnionSchema : AvroSchema, IHoldsSchemas
{
    private readonly AvroSchema[] _branches;

    internal UnionSchema(AvroSchema[] branches)
        : base(AvroKind.Union, []) => _branches = branches;

    public IReadOnlyList<AvroSchema> Branches => _branches;

    void IHoldsSchemas.Replace(Func<AvroSchema, AvroSchema> replacement)
    {
        for (var at = 0; at < _branches.Length; at++)
            _branches[at] = replacement(_branches[at]);
    }
}
