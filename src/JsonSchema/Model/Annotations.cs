using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <summary>What a schema says about itself that no instance is checked against (spec 2.3).</summary>
/// <param name="Default">Null where there is none; in the newer dialects a default of null is none either.</param>
/// <param name="IsConnectBytes">Whether <c>connect.type</c> is <c>bytes</c>: such schemas are taken for each other, whatever their kinds.</param>
public sealed record Annotations(string? Id, string? Title, string? Description, JsonValue? Default, bool IsConnectBytes)
{
    public static readonly Annotations None = new(null, null, null, null, false);
}
