using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>
/// A reader's union of so many branches that comparing each with each of a writer's would take too long: only those are
/// compared that a name or a kind lets match. In unions of usual size all are, as in the reference, because even a
/// comparison that fails is seen in the paths of later findings.
/// </summary>
internal sealed class WideUnion
{
    private const int WideFrom = 65;

    private readonly List<AvroSchema> _unnamed = [];
    private readonly Dictionary<string, List<AvroSchema>> _bySimpleName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AvroSchema>> _byAlias = new(StringComparer.Ordinal);

    public WideUnion(UnionSchema union)
    {
        foreach (var branch in union.Branches)
        {
            if (branch is NamedSchema type)
                Index(type);
            else
                _unnamed.Add(branch);
        }
    }

    public static bool IsWide(UnionSchema union) => union.Branches.Count >= WideFrom;

    public IEnumerable<AvroSchema> BranchesFor(AvroSchema writer) => writer is NamedSchema type
        ? _bySimpleName.GetValueOrDefault(type.Name.Simple, []).Concat(_byAlias.GetValueOrDefault(type.Name.Full, []))
        : _unnamed;

    private static void Add(Dictionary<string, List<AvroSchema>> index, string name, AvroSchema branch)
    {
        if (!index.TryGetValue(name, out var branches))
            index.Add(name, branches = []);
        branches.Add(branch);
    }

    private void Index(NamedSchema type)
    {
        Add(_bySimpleName, type.Name.Simple, type);
        foreach (var alias in type.Aliases)
            Add(_byAlias, alias.Full, type);
    }
}
