using FsCheck;
using FsCheck.Fluent;
using Registry.Schemas;

namespace Registry.Avro.Tests.Properties;

public sealed class OfAllSchemas
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(500);

    private static readonly Arbitrary<int> s_seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [Fact]
    public void The_canonical_text_is_a_fixed_point() => HoldsOf(schema => Schema.Of(schema.CanonicalText).CanonicalText == schema.CanonicalText);

    [Fact]
    public void The_canonical_text_means_the_same() => HoldsOf(schema => Schema.Of(schema.CanonicalText).IsEquivalentTo(schema));

    [Fact]
    public void The_normal_text_is_a_fixed_point_of_parsing_and_of_normalising() => HoldsOf(schema =>
    {
        var normal = schema.Normalize().CanonicalText;
        return schema.Normalize().Normalize().CanonicalText == normal
            && Schema.Of(normal).CanonicalText == normal
            && Schema.Of(normal).Normalize().CanonicalText == normal;
    });

    [Fact]
    public void The_normal_schema_has_the_same_parsing_canonical_form() =>
        HoldsOf(schema => schema.Normalize() is ParsedAvroSchema normal && normal.ParsingCanonicalForm == schema.ParsingCanonicalForm);

    [Fact]
    public void A_schema_reads_what_it_wrote() => HoldsOf(schema =>
        schema.FindIncompatibilities(schema, CompatibilityPolicy.Strict, CancellationToken.None).Count == 0
        && schema.FindIncompatibilities(Schema.Of(schema.CanonicalText), CompatibilityPolicy.Strict, CancellationToken.None).Count == 0);

    [Fact]
    public void A_mutated_text_is_a_schema_or_an_error() => Check.One(s_config, Prop.ForAll(s_seeds, seed =>
    {
        var random = new Random(seed);
        var text = RandomSchema.Text(seed).ToCharArray();
        for (var change = random.Next(1, 5); change > 0; change--)
            text[random.Next(text.Length)] = "{}[]\",:\\/*10.eEn\u00e9 \0"[random.Next(18)];
        return IsAnswered(new string(text));
    }));

    [Fact]
    public void A_text_that_is_cut_off_is_an_error() => Check.One(s_config, Prop.ForAll(s_seeds, seed =>
    {
        var text = RandomSchema.Text(seed);
        var cut = text[..new Random(seed).Next(text.Length)];
        return !AvroFormat.Parse(cut).TryGet(out _, out var error) && error.Message.Length > 0;
    }));

    [Fact]
    public void Any_text_is_a_schema_or_an_error() =>
        Check.One(s_config, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsAnswered(text ?? "")));

    private static bool IsAnswered(string text)
    {
        var isSchema = AvroFormat.Parse(text).TryGet(out var schema, out var error);
        return isSchema ? schema!.Normalize().CanonicalText.Length > 0 : error!.Message.Length > 0;
    }

    private static void HoldsOf(Func<ParsedAvroSchema, bool> property) =>
        Check.One(s_config, Prop.ForAll(s_seeds, seed => property(Schema.Of(RandomSchema.Text(seed)))));
}
