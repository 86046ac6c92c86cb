using Registry.Schemas.Json;

namespace Registry.JsonSchema.Model;

/// <summary>What a schema says about itself that no instance is checked against (spec 2.3).</summary>
/// <param name="Id">Null in the newer dialects, where ids are not compared.</param>
/// <param name="Default">Null where there is none; in the newer dialects a default of null is none either.</param>
/// <param name="IsConnectBytes">Whether <c>connect.type</c> is <c>bytes</c>: such schemas are taken for each other, whatever their kinds.</param>
/// <param name="IsClassic">Whether an older dialect says so.</param>
public sealed record Annotations(string? Id, string? Title, string? Description, JsonValue? Default, bool IsConnectBytes, bool IsClassic)
{
    public static readonly Annotations None = new(null, null, null, null, IsConnectBytes: false, IsClassic: false);

    /// <summary>A quirk: the older loader's arrays and objects are equal to nothing, so as defaults they always count as changed.</summary>
    public bool HasDefaultOf(Annotations other) =>
        JsonEquality.AreEqual(Default, other.Default) && !((IsClassic || other.IsClassic) && Default is JsonArray or JsonObject);
}
