using System.Text.Json;

namespace Registry.Converters.Tests.Conformance;

/// <summary>JSON texts that say the same: the order of properties does not count.</summary>
internal sealed class JsonText : IEqualityComparer<string>
{
    public static JsonText Comparer { get; } = new();

    public bool Equals(string? x, string? y) => x is not null && y is not null && JsonElement.DeepEquals(JsonDocument.Parse(x).RootElement, JsonDocument.Parse(y).RootElement);

    public int GetHashCode(string obj) => 0;
}
