using Registry.JsonSchema.Model;

namespace Registry.JsonSchema.Compatibility;

/// <summary>Compares two schemas of any kind, references followed (spec 2.7).</summary>
internal static class PairComparison
{
    public static Outcome Compare(SchemaComparison comparison, SchemaPair pair)
    {
        if (CombinedWithOther.Compare(comparison, pair) is { } outcome)
            return outcome;
        var findings = new Findings(pair, comparison.Policy);
        if (pair.Writer.Kind == pair.Reader.Kind)
        {
            CompareAnnotations(findings, pair.Writer.Annotations, pair.Reader.Annotations);
            CompareAlike(comparison, findings, pair);
        }
        else if (!IsReadWhateverItIs(pair))
        {
            findings.Add(SchemaRules.TypeChanged);
        }
        return findings.ToOutcome();
    }

    private static bool IsReadWhateverItIs(SchemaPair pair) =>
        pair.Writer.Kind == NodeKind.False
        || pair.Reader is PlainNode { AcceptsAnything: true }
        || (pair.Writer.Annotations.IsConnectBytes && pair.Reader.Annotations.IsConnectBytes);

    private static void CompareAnnotations(Findings findings, Annotations writer, Annotations reader)
    {
        if (writer.Id != reader.Id)
            findings.Add(SchemaRules.IdChanged);
        if (writer.Title != reader.Title)
            findings.Add(SchemaRules.TitleChanged);
        if (writer.Description != reader.Description)
            findings.Add(SchemaRules.DescriptionChanged);
        if (!writer.HasDefaultOf(reader))
            findings.Add(SchemaRules.DefaultChanged);
    }

    private static void CompareAlike(SchemaComparison comparison, Findings findings, SchemaPair pair)
    {
        switch (pair)
        {
            case (StringNode writer, StringNode reader):
                ScalarComparison.Compare(findings, writer, reader);
                break;
            case (NumberNode writer, NumberNode reader):
                ScalarComparison.Compare(findings, writer, reader);
                break;
            case (EnumNode writer, EnumNode reader):
                ValueComparison.Compare(findings, writer, reader);
                break;
            case (ConstNode writer, ConstNode reader):
                ValueComparison.Compare(findings, writer, reader);
                break;
            case (NotNode writer, NotNode reader):
                // What the reader refuses, the writer must refuse too: so they change places.
                var isNarrowed = comparison.Compare(reader.Schema, writer.Schema).IsCompatible;
                findings.Add(isNarrowed ? SchemaRules.NotTypeNarrowed : SchemaRules.NotTypeExtended, new("not"));
                break;
            case (ObjectNode writer, ObjectNode reader):
                ObjectComparison.Compare(comparison, findings, writer, reader);
                break;
            case (ArrayNode writer, ArrayNode reader):
                ArrayComparison.Compare(comparison, findings, writer, reader);
                break;
            case (CombinedNode writer, CombinedNode reader):
                CombinedComparison.Compare(comparison, findings, writer, reader);
                break;
        }
    }
}
