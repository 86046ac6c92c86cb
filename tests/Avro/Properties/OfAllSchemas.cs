using Registry.Avro.Tests.Generators;
using Registry.Schemas;
using Registry.Testing;

namespace Registry.Avro.Tests.Properties;

public sealed class OfAllSchemas
{
    private const int Cases = 1000;

    private static readonly string[] s_pieces =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u00", "//", "/*", "*/", "\n", " ", "\0", "\ud800", "\"type\"", "\"record\"", "\"name\"", "\"fields\"", "\"items\"", "\"int\"", "-", "0", "1e9", ".", "null", "NaN", "é"];

    [Fact]
    public void The_canonical_text_is_a_fixed_point() => HoldsOf(schema => Assert.Equal(schema.CanonicalText, Schema.Of(schema.CanonicalText).CanonicalText));

    [Fact]
    public void The_canonical_text_means_the_same() => HoldsOf(schema => Assert.True(Schema.Of(schema.CanonicalText).IsEquivalentTo(schema)));

    [Fact]
    public void The_normal_text_is_a_fixed_point_of_parsing_and_of_normalising() => HoldsOf(schema =>
    {
        var normal = schema.Normalize().CanonicalText;
        Assert.Equal(normal, schema.Normalize().Normalize().CanonicalText);
        Assert.Equal(normal, Schema.Of(normal).CanonicalText);
        Assert.Equal(normal, Schema.Of(normal).Normalize().CanonicalText);
    });

    [Fact]
    public void The_normal_schema_has_the_same_parsing_canonical_form() =>
        HoldsOf(schema => Assert.Equal(schema.ParsingCanonicalForm, ((ParsedAvroSchema)schema.Normalize()).ParsingCanonicalForm));

    [Fact]
    public void The_parsing_canonical_form_is_a_schema_that_reads_the_same() => HoldsOf(schema =>
    {
        var form = Schema.Of(schema.ParsingCanonicalForm);
        Assert.Equal(schema.ParsingCanonicalForm, form.ParsingCanonicalForm);
        Assert.Empty(schema.FindIncompatibilities(form, CompatibilityPolicy.Strict, CancellationToken.None));
    });

    [Fact]
    public void A_schema_reads_what_it_wrote() => HoldsOf(schema =>
    {
        Assert.Empty(schema.FindIncompatibilities(schema, CompatibilityPolicy.Strict, CancellationToken.None));
        Assert.Empty(schema.FindIncompatibilities(Schema.Of(schema.CanonicalText), CompatibilityPolicy.Strict, CancellationToken.None));
    });

    [Fact]
    public void A_mutated_text_is_a_schema_or_an_error() => Property.Holds(Cases, seed =>
    {
        var random = new Random(seed);
        var text = TextOf(seed).ToCharArray();
        for (var change = random.Next(1, 5); change > 0; change--)
            text[random.Next(text.Length)] = "{}[]\",:\\/*10.eEn\u00e9 \0"[random.Next(19)];
        AssertAnswered(new string(text));
    });

    [Fact]
    public void A_text_that_is_cut_off_is_an_error() => Property.Holds(Cases, seed =>
    {
        var text = TextOf(seed);
        Assert.NotEmpty(Schema.Refused(text[..new Random(seed).Next(text.Length)]).Text);
    });

    [Fact]
    public void Any_text_is_a_schema_or_an_error() => Property.Holds(Cases, seed =>
    {
        var random = new Random(seed);
        AssertAnswered(string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => s_pieces[random.Next(s_pieces.Length)])));
    });

    private static void AssertAnswered(string text)
    {
        if (AvroFormat.Parse(text).TryGet(out var schema, out var error))
            Assert.NotEmpty(schema.Normalize().CanonicalText);
        else
            Assert.NotEmpty(error.Text);
    }

    private static void HoldsOf(Action<ParsedAvroSchema> property) => Property.Holds(Cases, seed => property(Schema.Of(TextOf(seed))));

    private static string TextOf(int seed) => Decoration.Of(RandomSchemas.Make(seed), seed);
}
