using System.Text;
using Registry.Avro.Model;

namespace Registry.Avro.Compatibility;

/// <summary>
/// A part of a reader in terms that hold wherever it is used: named types are unique, so the innermost record and its field say
/// enough. Records and field are null outside of records.
/// </summary>
/// <param name="Reader">The record that has the field.</param>
/// <param name="Field">The field.</param>
/// <param name="Writer">The writer's record that it was compared with.</param>
/// <param name="Parts">What lies between the field, or the root, and the part: <c>items</c>, <c>values</c>, <c>branch array</c>.</param>
/// <param name="WriterUnion">The writer's union, where only a branch of it was compared.</param>
public sealed record SchemaPlace(RecordSchema? Reader, RecordField? Field, RecordSchema? Writer, IReadOnlyList<string> Parts, UnionSchema? WriterUnion)
{
    public static string Of(RecordSchema record, RecordField field) => $"field \"{field.Name}\" of record {record.Name.Full}";

    /// <summary>A named type at this place.</summary>
    public string Of(NamedSchema type) => Field is null && Parts.Count == 0 ? SchemaWords.Of(type) : $"{SchemaWords.Of(type)} of {this}";

    /// <summary>This place as seen from outside of the branch that it is in.</summary>
    internal SchemaPlace InBranch(AvroSchema branch, SchemaPlace union) =>
        Field is null ? this with { Reader = union.Reader, Field = union.Field, Writer = union.Writer, Parts = [.. union.Parts, $"branch {branch.BranchName}", .. Parts] } : this;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (var at = Parts.Count - 1; at >= 0; at--)
            text.Append(Parts[at]).Append(" of ");
        return text.Append(Reader is null || Field is null ? "the schema" : Of(Reader, Field)).ToString();
    }
}
