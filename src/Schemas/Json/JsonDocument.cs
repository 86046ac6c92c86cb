namespace Registry.Schemas.Json;

/// <summary>One JSON value with the text it was read from.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Root">Its first value.</param>
/// <param name="End">Where that value ends in the text; what may follow is for the caller to say.</param>
public sealed record JsonDocument(string Text, JsonValue Root, int End)
{
    /// <summary>Reads the first value of a text. White space and, where the syntax has them, comments may precede it.</summary>
    public static Result<JsonDocument, JsonSyntaxError> Read(string text, JsonSyntax syntax)
    {
        if (text.Length > syntax.MaximumLength)
            return new JsonSyntaxError($"The text has {text.Length} characters; at most {syntax.MaximumLength} are accepted", new TextPosition(1, 1));
        var reader = new JsonReader(text, syntax);
        return reader.TryReadValue(out var root) ? new JsonDocument(text, root, reader.Offset) : reader.Error;
    }

    public TextPosition PositionOf(JsonValue value) => TextPosition.At(Text, value.Offset);

    /// <summary>The JSON pointer of a value of this document, empty for the root; null for a value that is not part of it.</summary>
    public string? PointerTo(JsonValue value) => Find(Root, value);

    // Values do not know their parents: pointers are only needed when something is wrong.
    private static string? Find(JsonValue within, JsonValue value)
    {
        if (ReferenceEquals(within, value))
            return "";
        switch (within)
        {
            case JsonArray array:
                for (var at = 0; at < array.Items.Count; at++)
                {
                    if (Find(array.Items[at], value) is { } pointer)
                        return $"/{at}{pointer}";
                }
                return null;
            case JsonObject @object:
                foreach (var property in @object.Properties)
                {
                    if (Find(property.Value, value) is { } pointer)
                        return $"/{JsonPointer.Escape(property.Name)}{pointer}";
                }
                return null;
            default:
                return null;
        }
    }
}
