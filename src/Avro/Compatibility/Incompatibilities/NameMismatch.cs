using Registry.Avro.Model;
using Registry.Schemas;

namespace Registry.Avro.Compatibility;

/// <summary>Neither the reader's name nor an alias of it is the writer's.</summary>
public sealed record NameMismatch(string Path, SchemaPlace Place, NamedSchema Reader, NamedSchema Writer) : AvroIncompatibility("NAME_MISMATCH", Path, Place)
{
    public override string AdditionalInfo => $"expected: {Writer.Name.Full}";

    protected override string Where => Place.Of(Reader);

    protected override string Description(Sides sides) => $"The name of the schema has changed (path '{Path}')";

    protected override string Reason(Direction direction) =>
        $"The {direction.Sides.Writer} schema calls this type {Writer.Name.Full}, the {direction.Sides.Reader} schema {Reader.Name.Full}, and no alias of the {direction.Sides.Reader} one says that they are the same. Namespaces may differ, names may not.";

    protected override IEnumerable<string> RemediesAsReader(bool bothWays)
    {
        yield return $"Keep the name {Writer.Name.Simple}.";
        // An alias helps one direction only, and one without a namespace cannot be written inside a namespace.
        if (!bothWays && (Writer.Name.Namespace is not null || Reader.Name.Namespace is null))
            yield return $"Give the type the alias of its old name: \"aliases\": [\"{Writer.Name.Full}\"].";
    }

    protected override IEnumerable<string> RemediesAsWriter(bool bothWays) => [$"Keep the name {Reader.Name.Simple}."];
}
