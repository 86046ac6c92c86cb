namespace Registry.Schemas.Json;

/// <summary>What a reader of JSON text accepts.</summary>
public sealed record JsonSyntax
{
    /// <summary>Strict JSON, bounded.</summary>
    public static readonly JsonSyntax Strict = new();

    /// <summary>Whether <c>/* */</c> and <c>//</c> comments may stand wherever white space may.</summary>
    public bool Comments { get; init; }

    /// <summary>Whether <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c> may stand for a value. They are read as strings, which is how they are printed.</summary>
    public bool NonFiniteNumbers { get; init; }

    /// <summary>Characters of one number, at most: what is done with long numbers takes more than linear time.</summary>
    public int MaximumNumberLength { get; init; } = int.MaxValue;

    /// <summary>
    /// Objects and arrays within each other, at most. The default is that of the reference's JSON library, and little enough
    /// for a recursive walk on the smallest stack that the runtime gives a thread.
    /// </summary>
    public int MaximumDepth { get; init; } = 1000;

    /// <summary>Length of the text in UTF-16 units, at most.</summary>
    public int MaximumLength { get; init; } = 64 * 1024 * 1024;
}
