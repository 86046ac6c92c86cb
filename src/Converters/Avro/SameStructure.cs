using Registry.Converters.Connect;

namespace Registry.Converters.Avro;

/// <summary>Whether two schemas of Connect are one type of Avro: docs, defaults, versions and parameters aside, and null aside at the top.</summary>
internal static class SameStructure
{
    public static bool Of(ConnectSchema one, ConnectSchema other) => AreSame(one.Target, other.Target, []);

    private static bool AreSame(ConnectSchema one, ConnectSchema other, HashSet<(ConnectSchema, ConnectSchema)> assumed)
    {
        if (ReferenceEquals(one, other))
            return true;
        if (one.Type != other.Type || one.Name != other.Name)
            return false;
        return one.Type switch
        {
            ConnectType.Struct => !assumed.Add((one, other)) || AreSame(one.Fields, other.Fields, assumed),
            ConnectType.Array => AreSameParts(one.ValueSchema, other.ValueSchema, assumed),
            ConnectType.Map => AreSameParts(one.KeySchema, other.KeySchema, assumed) && AreSameParts(one.ValueSchema, other.ValueSchema, assumed),
            ConnectType.String => Symbols(one).SequenceEqual(Symbols(other), StringComparer.Ordinal),
            ConnectType.Bytes => one.Parameter(AvroWords.FixedSize) == other.Parameter(AvroWords.FixedSize),
            _ => true,
        };
    }

    private static bool AreSame(IReadOnlyList<ConnectField> some, IReadOnlyList<ConnectField> others, HashSet<(ConnectSchema, ConnectSchema)> assumed)
    {
        if (some.Count != others.Count)
            return false;
        for (var at = 0; at < some.Count; at++)
        {
            if (some[at].Name != others[at].Name || !AreSameParts(some[at].Schema, others[at].Schema, assumed))
                return false;
        }
        return true;
    }

    private static bool AreSameParts(ConnectSchema? one, ConnectSchema? other, HashSet<(ConnectSchema, ConnectSchema)> assumed) =>
        one is null || other is null ? one is null && other is null : one.IsOptional == other.IsOptional && AreSame(one.Target, other.Target, assumed);

    private static IEnumerable<string> Symbols(ConnectSchema schema) => (schema.Parameters?.Keys ?? Enumerable.Empty<string>())
        .Where(key => key.StartsWith($"{AvroWords.Enum}.", StringComparison.Ordinal) || key.StartsWith($"{AvroWords.GeneralEnum}.", StringComparison.Ordinal));
}
