using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>A union holds no union, and no two branches that data could not tell apart.</summary>
internal static class UnionRules
{
    /// <returns>The fault, at the branch that must not be there; null when there is none.</returns>
    public static SchemaFault? FaultIn(UnionSchema union, JsonArray json)
    {
        var names = new HashSet<string>(union.Branches.Count, StringComparer.Ordinal);
        foreach (var (at, branch) in union.Branches.Index())
        {
            if (branch is UnionSchema)
                return new SchemaFault($"Nested union: {json}", json.Items[at], Expected.NestedUnion);
            if (!names.Add(branch.BranchName))
                return new SchemaFault($"Duplicate in union:{branch.BranchName}", json.Items[at], Expected.DistinctBranches);
        }
        return null;
    }
}
