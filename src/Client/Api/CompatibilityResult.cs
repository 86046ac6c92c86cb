using System.Text.Json.Serialization;

namespace Registry.Client;

/// <summary>Whether a schema could be registered.</summary>
/// <param name="Messages">What stands against it.</param>
public sealed record CompatibilityResult([property: JsonPropertyName("is_compatible"), JsonRequired] bool IsCompatible, IReadOnlyList<string>? Messages);
