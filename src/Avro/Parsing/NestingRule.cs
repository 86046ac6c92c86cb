using Registry.Avro.Model;

namespace Registry.Avro.Parsing;

/// <summary>
/// Bounds how deep a schema nests when it is printed, each type in full where it is first used. A text of little depth can
/// print deep, since a type may be used long before it is defined; this bound is what all recursive walks rely on.
/// </summary>
internal sealed class NestingRule
{
    /// <summary>Objects and arrays within each other: what a JSON reader will accept again.</summary>
    public const int MaximumDepth = 1000;

    // A field is an object in an array in an object.
    private const int FieldDepth = 3;

    private readonly HashSet<AvroSchema> _visited = [];
    private readonly IReadOnlySet<string>? _byName;

    private NestingRule(IReadOnlySet<string>? byName) => _byName = byName;

    /// <summary>Whether the schema may be printed with the types of <paramref name="byName"/> left out.</summary>
    public static bool Allows(AvroSchema schema, IReadOnlySet<string>? byName = null) => new NestingRule(byName).Allows(schema, 0);

    private bool Allows(AvroSchema schema, int depth)
    {
        if (depth > MaximumDepth)
            return false;
        switch (schema)
        {
            case ArraySchema array:
                return Allows(array.Items, depth + 1);
            case MapSchema map:
                return Allows(map.Values, depth + 1);
            case UnionSchema union:
                foreach (var branch in union.Branches)
                {
                    if (!Allows(branch, depth + 1))
                        return false;
                }
                return true;
            case RecordSchema record when _byName?.Contains(record.Name.Full) != true && _visited.Add(record):
                foreach (var field in record.Fields)
                {
                    if (!Allows(field.Schema, depth + FieldDepth))
                        return false;
                }
                return true;
            default:
                return true;
        }
    }
}
