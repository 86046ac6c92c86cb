using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Tagging;

/// <summary>A path to a record, or to a field of one: <c>[namespace.]Record[.field]</c>.</summary>
/// <param name="Namespace">Empty for a record of any namespace.</param>
/// <param name="Field">Null for the record itself.</param>
internal sealed record EntityPath(string Namespace, string Record, string? Field)
{
    /// <summary>The path, or the reference's words for one that is too short.</summary>
    public static Result<EntityPath, string> Of(SchemaEntity entity)
    {
        var names = entity.Path.Length == 0 ? [""] : entity.Path.TrimEnd('.') is { Length: > 0 } path ? path.Split('.') : Array.Empty<string>();
        var own = entity.Part == SchemaPart.Record ? 1 : 2;
        if (names.Length < own)
            return $"0 > {names.Length - own}";
        var @namespace = string.Join('.', names[..^own]);
        return new EntityPath(@namespace, names[^own], own == 1 ? null : names[^1]);
    }

    public bool Names(RecordSchema record) =>
        record.Name.Simple == Record && (Namespace.Length == 0 || record.Name.Namespace == Namespace);
}
