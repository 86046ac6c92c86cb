using FsCheck;
using FsCheck.Fluent;
using Registry.Domain;

namespace Registry.Tests.Domain;

public sealed class BTreeDictionaries
{
    private static readonly FsCheck.Config s_config = FsCheck.Config.QuickThrowOnFailure.WithMaxTest(200);

    // Of few keys, so that many changes meet one that is there; of many, so that the tree grows some levels.
    [Theory]
    [InlineData(200)]
    [InlineData(100_000)]
    public void It_holds_what_a_dictionary_of_the_framework_holds(int keys) =>
        Prop.ForAll(Steps(keys).ToArbitrary(), steps =>
        {
            var expected = new SortedDictionary<int, int>();
            var builder = BTreeDictionary<int, int>.Empty.ToBuilder();
            foreach (var (key, value) in steps)
            {
                Apply(expected, key, value);
                Apply(builder, key, value);
            }
            AssertSame(expected, builder.ToImmutable());
        }).Check(s_config);

    [Fact]
    public void What_was_taken_from_a_builder_stays_as_it_was() =>
        Prop.ForAll(Gen.Zip(Steps(5000), Steps(5000)).ToArbitrary(), steps =>
        {
            var builder = BTreeDictionary<int, int>.Empty.ToBuilder();
            foreach (var (key, value) in steps.Item1)
                Apply(builder, key, value);
            var taken = builder.ToImmutable();
            var before = taken.ToList();
            var other = taken.ToBuilder();
            foreach (var (key, value) in steps.Item2)
            {
                Apply(builder, key, value);
                Apply(other, key, value);
            }
            Assert.Equal(before, taken);
            Assert.Equal(builder.ToImmutable(), other.ToImmutable());
        }).Check(s_config);

    [Fact]
    public void Keys_come_in_their_order_or_against_it()
    {
        int[] ascending = [.. Enumerable.Range(0, 20_000)];
        foreach (var keys in new[] { ascending, [.. ascending.Reverse()] })
        {
            var builder = BTreeDictionary<int, int>.Empty.ToBuilder();
            foreach (var key in keys)
                builder[key] = -key;
            var all = builder.ToImmutable();
            Assert.Equal(ascending, all.Keys);
            Assert.Equal(ascending.Select(key => -key), all.Values);
            foreach (var key in keys)
                Assert.True(builder.Remove(key));
            Assert.Same(BTreeDictionary<int, int>.Empty, builder.ToImmutable());
        }
    }

    private static Gen<(int Key, int Value)[]> Steps(int keys) =>
        Gen.Choose(0, 3000).SelectMany(count => Gen.Zip(Gen.Choose(0, keys), Gen.Choose(-2, 5)).ArrayOf(count));

    // A value below zero stands for a removal.
    private static void Apply(SortedDictionary<int, int> dictionary, int key, int value)
    {
        if (value < 0)
            dictionary.Remove(key);
        else
            dictionary[key] = value;
    }

    private static void Apply(BTreeDictionary<int, int>.Builder builder, int key, int value)
    {
        if (value >= 0)
            builder[key] = value;
        else
            Assert.Equal(builder.ContainsKey(key), builder.Remove(key));
    }

    private static void AssertSame(SortedDictionary<int, int> expected, BTreeDictionary<int, int> actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(expected.Count, actual.Count);
        foreach (var (key, value) in expected)
        {
            Assert.Equal(value, actual[key]);
            Assert.Equal(expected.ContainsKey(key + 1), actual.ContainsKey(key + 1));
        }
    }
}
