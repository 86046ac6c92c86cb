namespace Registry.Converters.Json;

/// <summary>Takes the leading zeros off numbers: JSON does not have them, the reference reads them.</summary>
internal static class LeadingZeros
{
    /// <summary>The same text without them; the text itself when there are none, which is almost always.</summary>
    public static ReadOnlySpan<byte> Remove(ReadOnlySpan<byte> json) => Find(json, 0) < 0 ? json : Without(json);

    private static ReadOnlySpan<byte> Without(ReadOnlySpan<byte> json)
    {
        var rest = new List<byte>(json.Length);
        var start = 0;
        for (var zero = Find(json, 0); zero >= 0; zero = Find(json, start))
        {
            rest.AddRange(json[start..zero]);
            start = zero + 1;
        }
        rest.AddRange(json[start..]);
        return rest.ToArray();
    }

    // A zero outside of strings with a digit after it and no digit, point or exponent before it.
    private static int Find(ReadOnlySpan<byte> json, int from)
    {
        var inNumber = false;
        for (var at = from; at < json.Length; at++)
        {
            if (json[at] == '"')
            {
                at = EndOfString(json, at + 1);
                continue;
            }
            if (!inNumber && json[at] == '0' && at + 1 < json.Length && char.IsAsciiDigit((char)json[at + 1]))
                return at;
            inNumber = char.IsAsciiDigit((char)json[at]) || json[at] is (byte)'.' or (byte)'e' or (byte)'E' || (inNumber && json[at] is (byte)'+' or (byte)'-');
        }
        return -1;
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] != '"')
            at += json[at] == '\\' ? 2 : 1;
        return at;
    }
}
