namespace Registry.Schemas;

/// <summary>Why a text is not a schema.</summary>
/// <param name="Message">What is wrong and what was expected, for people; worded as the reference words it where it has a stable text.</param>
/// <param name="Path">JSON pointer to the faulty part; empty for the root or when the text is not JSON.</param>
/// <param name="Line">Line of the fault, from 1; 0 when unknown.</param>
/// <param name="Column">Column of the fault in UTF-16 units, from 1; 0 when unknown.</param>
public sealed record SchemaError(string Message, string Path = "", int Line = 0, int Column = 0);
