namespace Registry.Client;

/// <summary>The part of a Kafka record that a schema describes.</summary>
public enum RecordPart
{
    Key,
    Value,
}

public static class RecordParts
{
    private static readonly string[] s_words = ["key", "value"];

    /// <summary>The word of subjects, headers and associations.</summary>
    public static string Word(this RecordPart part) => s_words[(int)part];
}
