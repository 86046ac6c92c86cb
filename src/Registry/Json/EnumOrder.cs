namespace Registry.Json;

/// <summary>
/// The order in which the reference's binder lists the names of an enum: that of its own hash table. A slot for each name, one for each
/// two slots that are taken already, and what is left at the end.
/// </summary>
public static class EnumOrder
{
    private const int SmallestTable = 8;
    private const int MostInSmallest = 5;

    /// <param name="names">In the order of the enum's declaration; up to twelve.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> names)
    {
        var slots = names.Count <= MostInSmallest ? SmallestTable : 2 * SmallestTable;
        var table = new string?[slots + (slots / 2)];
        List<string> rest = [];
        foreach (var name in names)
        {
            var slot = JavaHash.Of(name) & (slots - 1);
            if (table[slot] is null)
                table[slot] = name;
            else if (table[slots + (slot / 2)] is null)
                table[slots + (slot / 2)] = name;
            else
                rest.Add(name);
        }
        return table.OfType<string>().Concat(rest);
    }
}
