namespace Registry.Schemas;

/// <summary>Finds what somebody may have meant.</summary>
public static class ClosestName
{
    // Two slips of the finger, in a short word fewer; more is another word.
    private const int MostEdits = 2;
    private const int LettersPerEdit = 3;

    // The work grows with the square of the length, and the name may be a stranger's.
    private const int LongestName = 100;

    /// <summary>The name that fewest edits make of the given one; null where that takes too many.</summary>
    public static string? Of(string given, IEnumerable<string> names)
    {
        if (given.Length > LongestName)
            return null;
        var most = Math.Min(MostEdits, given.Length / LettersPerEdit);
        var closest = names
            .Where(name => Math.Abs(name.Length - given.Length) <= most)
            .Select(name => (Name: name, Edits: Edits(given, name)))
            .Where(it => it.Edits <= most)
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
