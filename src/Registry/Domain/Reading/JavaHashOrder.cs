using Registry.Json;

namespace Registry.Domain;

/// <summary>The order in which a Java <c>HashMap</c> with string keys gives its entries out.</summary>
public static class JavaHashOrder
{
    private const int SmallestTable = 16;

    public static IEnumerable<T> Sort<T>(IEnumerable<T> items, Func<T, string> key)
    {
        var list = items.ToList();
        var buckets = SmallestTable;
        while (list.Count > buckets / 4 * 3)
            buckets *= 2;
        return list.OrderBy(item => Spread(JavaHash.Of(key(item))) & (buckets - 1));
    }

    private static int Spread(int hash) => hash ^ (int)((uint)hash >> 16);
}
