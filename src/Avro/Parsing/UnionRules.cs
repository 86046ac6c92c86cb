using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>A union holds no union, and no two branches that data could not tell apart.</summary>
internal static class UnionRules
{
    public static string? FaultIn(UnionSchema union, JsonValue json)
    {
        var names = new HashSet<string>(union.Branches.Count, StringComparer.Ordinal);
        foreach (var branch in union.Branches)
        {
            if (branch is UnionSchema)
                return $"Nested union: {json}";
            if (!names.Add(branch.BranchName))
                return $"Duplicate in union:{branch.BranchName}";
        }
        return null;
    }
}
