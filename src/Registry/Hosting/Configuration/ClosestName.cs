namespace Registry.Hosting;

/// <summary>Finds what somebody may have meant.</summary>
public static class ClosestName
{
    // Two slips of the finger; more is another word.
    private const int MostEdits = 2;

    /// <summary>The name that fewest edits make of the given one; null where that takes too many.</summary>
    public static string? Of(string given, IEnumerable<string> names)
    {
        // A stranger's variable may be of any length; one that is much longer than all names is close to none.
        var closest = names
            .Where(name => Math.Abs(name.Length - given.Length) <= MostEdits)
            .Select(name => (Name: name, Edits: Edits(given, name)))
            .Where(it => it.Edits <= MostEdits)
            .OrderBy(it => it.Edits).ThenBy(it => it.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return closest.Name;
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
