using System.Diagnostics.CodeAnalysis;

namespace Registry.Avro.Model;

/// <summary>The fourteen kinds of Avro schema. An error is a record.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "These are the words of the Avro specification.")]
public enum AvroKind
{
    Null,
    Boolean,
    Int,
    Long,
    Float,
    Double,
    Bytes,
    String,
    Record,
    Enum,
    Array,
    Map,
    Union,
    Fixed,
}

/// <summary>The words for kinds.</summary>
public static class AvroKinds
{
    private static readonly string[] s_words = ["null", "boolean", "int", "long", "float", "double", "bytes", "string", "record", "enum", "array", "map", "union", "fixed"];

    /// <summary>The word of the schema language.</summary>
    public static string Word(this AvroKind kind) => s_words[(int)kind];

    /// <summary>The word of messages.</summary>
    public static string UpperCaseWord(this AvroKind kind) => s_words[(int)kind].ToUpperInvariant();

    public static bool IsPrimitive(this AvroKind kind) => kind <= AvroKind.String;

    public static AvroKind? ParsePrimitive(string word) =>
        Array.IndexOf(s_words, word, 0, (int)AvroKind.String + 1) is >= 0 and var at ? (AvroKind)at : null;

    internal static IReadOnlyList<string> Words => s_words;

    /// <summary>The word of the schema language that differs from a name at most in case; null when there is none.</summary>
    internal static string? WordLike(string name) => Array.Find(s_words, word => word.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a name could be taken for a word of the schema language.</summary>
    public static bool IsWord(string name) => Array.IndexOf(s_words, name) >= 0;
}
