namespace Registry.Schemas;

/// <summary>Why a text is not a schema.</summary>
/// <param name="Message">What is wrong; worded as the reference words it where it has a stable text.</param>
/// <param name="Path">JSON pointer to the faulty part; empty for the root or when the text is not JSON.</param>
/// <param name="Line">Line of the fault, from 1; 0 when unknown.</param>
/// <param name="Column">Column of the fault in UTF-16 units, from 1; 0 when unknown.</param>
/// <param name="Expected">What would be right there, as a sentence; empty when the message says it.</param>
public sealed record SchemaError(string Message, string Path = "", int Line = 0, int Column = 0, string Expected = "")
{
    /// <summary>Whether the text could not even be read, rather than say something that is no schema.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>All of it for people: what, where, and what was expected.</summary>
    public string Text
    {
        get
        {
            var place = Line == 0 ? "" : $" At {(Path.Length == 0 ? "" : Path + ", ")}line {Line}, column {Column}.";
            return place.Length + Expected.Length == 0 ? Message : $"{Message.TrimEnd('.')}.{place}{(Expected.Length == 0 ? "" : " " + Expected)}";
        }
    }
}
