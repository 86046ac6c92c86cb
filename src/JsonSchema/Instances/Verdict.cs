namespace Registry.JsonSchema.Instances;

/// <summary>Whether an instance is valid, as far as can be told.</summary>
internal enum Verdict
{
    Valid,
    Invalid,

    /// <summary>Validators may disagree, or it would take too long to tell.</summary>
    Unknown,
}

internal static class Verdicts
{
    public static Verdict Of(bool isValid) => isValid ? Verdict.Valid : Verdict.Invalid;

    /// <summary>Of an instance that all of them speak of. Stops at the first that refuses it.</summary>
    public static Verdict All(IEnumerable<Verdict> verdicts)
    {
        var all = Verdict.Valid;
        foreach (var verdict in verdicts)
        {
            if (verdict == Verdict.Invalid)
                return Verdict.Invalid;
            if (verdict == Verdict.Unknown)
                all = Verdict.Unknown;
        }
        return all;
    }

    /// <summary>Of an instance of which so many are to hold.</summary>
    public static Verdict Count(IEnumerable<Verdict> verdicts, long atLeast, long atMost)
    {
        var (valid, unknown) = (0L, 0L);
        foreach (var verdict in verdicts)
        {
            valid += verdict == Verdict.Valid ? 1 : 0;
            unknown += verdict == Verdict.Unknown ? 1 : 0;
        }
        if (valid > atMost || valid + unknown < atLeast)
            return Verdict.Invalid;
        return valid >= atLeast && valid + unknown <= atMost ? Verdict.Valid : Verdict.Unknown;
    }

    public static Verdict Not(this Verdict verdict) => verdict switch
    {
        Verdict.Valid => Verdict.Invalid,
        Verdict.Invalid => Verdict.Valid,
        _ => Verdict.Unknown,
    };
}
