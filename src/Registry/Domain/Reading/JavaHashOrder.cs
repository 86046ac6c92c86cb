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
        return list.OrderBy(item => Spread(HashCode(key(item))) & (buckets - 1));
    }

    // Arithmetic that wraps is what defines Java's hash.
    private static int HashCode(string text)
    {
        var hash = 0;
        foreach (var unit in text)
            hash = unchecked((31 * hash) + unit);
        return hash;
    }

    private static int Spread(int hash) => hash ^ (int)((uint)hash >> 16);
}
