using Registry.Avro.Compatibility;
using Registry.Avro.Model;
using Registry.Avro.Printing;
using Registry.Avro.Tagging;
using Registry.Schemas;

namespace Registry.Avro;

/// <summary>A valid Avro schema: the root of its model, and the types that its references define.</summary>
public sealed class ParsedAvroSchema : ParsedSchema
{
    private const string ResolvedRendering = "resolved";

    private readonly ReferencedTypes _referenced;

    internal ParsedAvroSchema(AvroSchema root, ReferencedTypes referenced) => (Root, _referenced) = (root, referenced);

    public override SchemaType Type => SchemaType.Avro;

    public AvroSchema Root { get; }

    public override string CanonicalText => field ??= CanonicalPrinter.Print(Root, _referenced.ByName);

    /// <summary>The canonical text with the types of references in line.</summary>
    public string ResolvedText => _referenced.AreNone ? CanonicalText : field ??= CanonicalPrinter.Print(Root);

    /// <summary>The Parsing Canonical Form of the Avro specification (spec 1.9), which <see cref="Fingerprints"/> are taken of.</summary>
    public string ParsingCanonicalForm => field ??= Printing.ParsingCanonicalForm.Of(Root);

    public override ParsedSchema Normalize() => new ParsedAvroSchema(new Normalizer(_referenced).Copy(Root), _referenced);

    public override string Render(string format) =>
        format.Equals(ResolvedRendering, StringComparison.OrdinalIgnoreCase) ? ResolvedText : CanonicalText;

    public override bool IsEquivalentTo(ParsedSchema other) =>
        other is ParsedAvroSchema avro && new SchemaEquality(EqualityScope.Everything).AreEqual(Root, avro.Root);

    public override bool HasTopLevelField(string name) => Root is RecordSchema record && record.TryGetField(name, out _);

    public override IReadOnlyList<SchemaTags> Tags => field ??= TaggedParts.Of(Root);

    public override Result<ParsedSchema, string> WithTags(TagEdit edit) =>
        Retagging.Run(Root, _referenced, edit).TryGet(out var root, out var fault) ? new ParsedAvroSchema(root, _referenced) : fault;

    public override IReadOnlyList<Incompatibility> FindIncompatibilities(ParsedSchema writer, CompatibilityPolicy policy, CancellationToken cancellationToken)
    {
        if (writer is not ParsedAvroSchema avro)
            throw new ArgumentException("Only schemas of one format can be compared.", nameof(writer));
        return CompatibilityCheck.Run(Root, avro.Root, cancellationToken);
    }
}
