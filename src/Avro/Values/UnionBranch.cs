using Registry.Avro.Model;

namespace Registry.Avro.Values;

/// <summary>Finds the branch of a value that does not say it: by its kind and, of named types, by what it is told of the type.</summary>
internal static class UnionBranch
{
    /// <summary>The number of the branch, or -1 when there is none.</summary>
    public static int Of(in AvroValue value, UnionSchema union)
    {
        for (var branch = 0; branch < union.Branches.Count; branch++)
        {
            var schema = union.Branches[branch];
            if (schema.Kind == value.Kind && (schema is not NamedSchema type || IsOf(value, type)))
                return branch;
        }
        return -1;
    }

    private static bool IsOf(in AvroValue value, NamedSchema type) => value.Kind switch
    {
        AvroKind.Record => value.AsRecord().Schema.Name == type.Name,
        AvroKind.Enum => ((EnumSchema)value.Reference!).Name == type.Name,
        _ => value.AsBytes().Length == ((FixedSchema)type).Size,
    };
}
