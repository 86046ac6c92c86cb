namespace Registry.Schemas.Json;

/// <summary>
/// A JSON value as it was read: properties in their order, numbers as text, and the place where it stood.
/// Compared by identity; see <see cref="JsonEquality"/> for comparing contents.
/// </summary>
public abstract class JsonValue
{
    /// <summary>The offset of values that were not read from a text.</summary>
    public const int NotRead = -1;

    private protected JsonValue(int offset) => Offset = offset;

    /// <summary>Where the value starts in its text, in UTF-16 units; <see cref="NotRead"/> for a value made by code.</summary>
    public int Offset { get; }

    /// <summary>The value as compact JSON, decimals as Java prints them.</summary>
    public sealed override string ToString() => JsonPrinter.Print(this, JsonNumberStyle.JavaDouble);
}

public sealed class JsonNull(int offset = JsonValue.NotRead) : JsonValue(offset);

public sealed class JsonBoolean(bool value, int offset = JsonValue.NotRead) : JsonValue(offset)
{
    public bool Value { get; } = value;
}

public sealed class JsonString(string value, int offset = JsonValue.NotRead) : JsonValue(offset)
{
    public string Value { get; } = value;
}

public sealed class JsonArray(IReadOnlyList<JsonValue> items, int offset = JsonValue.NotRead) : JsonValue(offset)
{
    public IReadOnlyList<JsonValue> Items { get; } = items;
}
