using System.Collections.Immutable;
using Registry.Domain;
using Registry.Schemas;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Domain;

/// <summary>What is kept of schemas that were parsed.</summary>
public sealed class Remembering
{
    [Theory]
    [InlineData(1_000, true)]
    [InlineData(3_000_000, false)]
    public void A_schema_counts_with_what_its_references_hold(int size, bool isKept)
    {
        using var cache = new ParsedSchemaCache();
        var key = Key(("large", Stored(new string('x', size))));

        cache.Add(key, Parsed());

        Assert.Equal(isKept, cache.TryGet(key, out _));
    }

    [Fact]
    public void The_same_text_with_references_of_other_names_is_another_schema()
    {
        using var cache = new ParsedSchemaCache();
        var target = Stored(A);

        cache.Add(Key(("a", target)), Parsed());

        Assert.True(cache.TryGet(Key(("a", target)), out _));
        Assert.False(cache.TryGet(Key(("b", target)), out _));
        Assert.False(cache.TryGet(Key(("a", Stored(A))), out _));
    }

    private static ParseKey Key(params ImmutableArray<(string, StoredSchema)> targets) => new(A, SchemaType.Avro, Strictness.New, false, targets);

    private static StoredSchema Stored(string text) => new(SchemaType.Avro, SchemaText.From(text), [], null, null);

    private static CachedSchema Parsed()
    {
        if (!Rules.Parser.Parse(States.Empty, Subject.Parse("s"), Submitted(A), Strictness.New, normalize: false, validateFields: false).TryGet(out var candidate, out var error))
            Assert.Fail(error.Message);
        return new(candidate.Parsed, candidate.Schema.Text);
    }
}
