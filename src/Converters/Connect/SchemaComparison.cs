namespace Registry.Converters.Connect;

/// <summary>Equality of schemas (spec 1.2). Structs under comparison count as equal, so that recursive ones end.</summary>
internal static class SchemaComparison
{
    public static bool AreEqual(ConnectSchema left, ConnectSchema right)
    {
        if (ReferenceEquals(left, right))
            return true;
        HashSet<(ConnectSchema, ConnectSchema)>? assumed = null;
        return AreEqual(left, right, ref assumed);
    }

    private static bool AreEqual(ConnectSchema? left, ConnectSchema? right, ref HashSet<(ConnectSchema, ConnectSchema)>? assumed)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null || left.IsOptional != right.IsOptional || left.Type != right.Type)
            return false;
        if (left.IsReference || right.IsReference)
        {
            var pair = (left.Target, right.Target);
            return ReferenceEquals(pair.Item1, pair.Item2) || !(assumed ??= []).Add(pair) || AreEqualWithin(pair.Item1, pair.Item2, ref assumed);
        }
        return AreEqualWithin(left, right, ref assumed);
    }

    // Whether a reference is optional is its own affair and was compared before.
    private static bool AreEqualWithin(ConnectSchema left, ConnectSchema right, ref HashSet<(ConnectSchema, ConnectSchema)>? assumed)
    {
        if (left.Version != right.Version || left.Name != right.Name || left.Doc != right.Doc || !AreEqual(left.DefaultValue, right.DefaultValue) || !AreEqual(left.Parameters, right.Parameters))
            return false;
        return left.Type switch
        {
            ConnectType.Struct => AreEqual(left.Fields, right.Fields, ref assumed),
            ConnectType.Array => AreEqual(left.ValueSchema, right.ValueSchema, ref assumed),
            ConnectType.Map => AreEqual(left.KeySchema, right.KeySchema, ref assumed) && AreEqual(left.ValueSchema, right.ValueSchema, ref assumed),
            _ => true,
        };
    }

    private static bool AreEqual(IReadOnlyList<ConnectField> left, IReadOnlyList<ConnectField> right, ref HashSet<(ConnectSchema, ConnectSchema)>? assumed)
    {
        if (left.Count != right.Count)
            return false;
        for (var at = 0; at < left.Count; at++)
        {
            if (left[at].Name != right[at].Name || !AreEqual(left[at].Schema, right[at].Schema, ref assumed))
                return false;
        }
        return true;
    }

    // The schema of a default that is a struct is the schema under comparison.
    private static bool AreEqual(in ConnectValue left, in ConnectValue right) =>
        left.Kind == ConnectValueKind.Struct && right.Kind == ConnectValueKind.Struct ? left.AsStruct().HasSameValues(right.AsStruct()) : left.Equals(right);

    private static bool AreEqual(IReadOnlyDictionary<string, string>? left, IReadOnlyDictionary<string, string>? right)
    {
        if (left is null || right is null)
            return left is null && right is null;
        return left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var value) && value == pair.Value);
    }
}
