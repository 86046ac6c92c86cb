using Registry.Avro.Model;

namespace Registry.Avro.Parsing;

/// <summary>
/// Puts types in place of stand-ins and of later equal definitions, once every text is read: names may be used before they
/// are defined (spec 1.3).
/// </summary>
internal sealed class Linker(TypeTable table)
{
    public SchemaFault? Fault { get; private set; }

    /// <summary>The linked root; null when there is a fault.</summary>
    public AvroSchema? Link(AvroSchema root)
    {
        if (table.Unresolved.Count > 0)
        {
            if (Resolve() is not { } types)
                return null;
            root = Replace(root, types);
        }
        foreach (var (union, json) in table.UnlinkedUnions)
        {
            Fault = UnionRules.FaultIn(union, json);
            if (Fault is not null)
                return null;
        }
        if (table.Redefinitions.Count == 0)
            return root;
        return Collapse() is { } firsts ? Replace(root, firsts) : null;
    }

    private Dictionary<AvroSchema, AvroSchema>? Resolve()
    {
        var types = new Dictionary<AvroSchema, AvroSchema>();
        foreach (var unresolved in table.Unresolved)
        {
            if (!table.TryResolve(unresolved, out var type))
            {
                Fault = new SchemaFault($"Undefined schema: {unresolved.FullName}", unresolved.At, Expected.TypeOf(unresolved.Written, table.Types));
                return null;
            }
            types.Add(unresolved, type);
        }
        return types;
    }

    private Dictionary<AvroSchema, AvroSchema>? Collapse()
    {
        var firsts = new Dictionary<AvroSchema, AvroSchema>();
        var equality = new SchemaEquality(EqualityScope.Definitions);
        foreach (var redefinition in table.Redefinitions)
        {
            if (!equality.AreEqual(redefinition.First, redefinition.Second))
            {
                Fault = new SchemaFault($"Can't redefine: {redefinition.First.Name}", redefinition.At, Expected.Redefinition);
                return null;
            }
            firsts.Add(redefinition.Second, redefinition.First);
        }
        return firsts;
    }

    private AvroSchema Replace(AvroSchema root, Dictionary<AvroSchema, AvroSchema> replacements)
    {
        foreach (var holder in table.Holders)
            holder.Replace(schema => replacements.GetValueOrDefault(schema, schema));
        return replacements.GetValueOrDefault(root, root);
    }
}
