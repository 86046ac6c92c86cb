using System.Diagnostics.CodeAnalysis;

namespace Registry.Converters.Connect;

/// <summary>The types of Connect's data model. There is no unsigned type, no null type and no union.</summary>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "These are the words of Connect.")]
public enum ConnectType
{
    Int8,
    Int16,
    Int32,
    Int64,
    Float32,
    Float64,
    Boolean,
    String,
    Bytes,
    Array,
    Map,
    Struct,
}

/// <summary>The words for types.</summary>
public static class ConnectTypes
{
    private static readonly string[] s_words = ["int8", "int16", "int32", "int64", "float", "double", "boolean", "string", "bytes", "array", "map", "struct"];
    private static readonly string[] s_messageWords = ["INT8", "INT16", "INT32", "INT64", "FLOAT32", "FLOAT64", "BOOLEAN", "STRING", "BYTES", "ARRAY", "MAP", "STRUCT"];

    /// <summary>The word of JsonConverter's envelope.</summary>
    public static string Word(this ConnectType type) => s_words[(int)type];

    /// <summary>The word of messages.</summary>
    public static string UpperCaseWord(this ConnectType type) => s_messageWords[(int)type];

    public static bool IsPrimitive(this ConnectType type) => type < ConnectType.Array;

    /// <summary>The type that an envelope names, or null.</summary>
    public static ConnectType? Parse(string word) => Array.IndexOf(s_words, word) is >= 0 and var at ? (ConnectType)at : null;
}
