using System.Collections.Immutable;
using Registry.Domain;
using Registry.Schemas;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Domain;

/// <summary>What is kept of schemas that were parsed.</summary>
public sealed class Remembering
{
    private const long Capacity = 500_000;

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(3_000_000, false)]
    public void A_schema_counts_with_what_its_references_hold(int size, bool isKept)
    {
        var cache = new RecentlyUsed<string>(Capacity);
        var key = Key(("large", Stored(new string('x', size))));

        cache.Add(key, "kept");

        Assert.Equal(isKept, cache.TryGet(key, out _));
    }

    [Fact]
    public void The_same_text_with_references_of_other_names_is_another_schema()
    {
        var cache = new RecentlyUsed<string>(Capacity);
        var target = Stored(A);

        cache.Add(Key(("a", target)), "kept");

        Assert.True(cache.TryGet(Key(("a", target)), out _));
        Assert.False(cache.TryGet(Key(("b", target)), out _));
        Assert.False(cache.TryGet(Key(("a", Stored(A))), out _));
    }

    [Fact]
    public void What_is_asked_for_stays_and_the_newest_always_finds_room()
    {
        var cache = new RecentlyUsed<string>(Capacity);
        var used = Key(("used", Stored(A)));
        var forgotten = Key(("forgotten", Stored(A)));
        cache.Add(used, "kept");
        cache.Add(forgotten, "kept");

        for (var i = 0; i < 100; i++)
        {
            var large = Key(("large", Stored(new string('x', 50_000))));
            cache.Add(large, "kept");
            Assert.True(cache.TryGet(large, out _));
            Assert.True(cache.TryGet(used, out _));
        }

        Assert.False(cache.TryGet(forgotten, out _));
    }

    private static ParseKey Key(params ImmutableArray<(string, StoredSchema)> targets) => new(A, SchemaType.Avro, false, targets);

    private static StoredSchema Stored(string text) => new(SchemaType.Avro, SchemaText.From(text), [], null, null);
}
