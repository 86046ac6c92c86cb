namespace Registry.Json;

/// <summary>The hash of a Java string, which shows in the order of some answers.</summary>
public static class JavaHash
{
    public static int Of(string text)
    {
        var hash = 0;
        // Arithmetic that wraps is what defines it.
        foreach (var unit in text)
            hash = unchecked((31 * hash) + unit);
        return hash;
    }
}
