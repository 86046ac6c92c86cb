using Registry.Avro.Model;
using Registry.Schemas.Json;

namespace Registry.Avro.Parsing;

/// <summary>
/// Stands for a type that is used before it is defined. Gone once the text is linked. Until then it is, as in the
/// reference, a record whose fields are not known.
/// </summary>
internal sealed class UnresolvedName(string name, string? @namespace, JsonValue at) : AvroSchema(AvroKind.Record, [])
{
    public string Written { get; } = name;

    public string FullName { get; } = TypeTable.FullName(name, @namespace);

    public JsonValue At { get; } = at;

    public override string BranchName => FullName;
}
