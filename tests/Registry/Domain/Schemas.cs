using System.Text.Json;
using Registry.Domain;
using Registry.Http;

namespace Registry.Tests.Domain;

/// <summary>Schemas that the tests register. B reads what A wrote; Clash reads neither.</summary>
internal static class Schemas
{
    public const string A = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"}]}""";
    public const string B = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"b","type":"int","default":0}]}""";
    public const string C = """{"type":"record","name":"R","fields":[{"name":"a","type":"string"},{"name":"c","type":"int","default":0}]}""";
    public const string Clash = """{"type":"record","name":"R","fields":[{"name":"a","type":"int"}]}""";
    public const string UsesR = """{"type":"record","name":"S","fields":[{"name":"r","type":"R"}]}""";

    public static SubmittedSchema Submitted(string text, string? references = null, string? metadata = null, string? ruleSet = null)
    {
        var members = new List<string> { $"\"schema\":{JsonSerializer.Serialize(text)}" };
        if (references is not null)
            members.Add($"\"references\":{references}");
        if (metadata is not null)
            members.Add($"\"metadata\":{metadata}");
        if (ruleSet is not null)
            members.Add($"\"ruleSet\":{ruleSet}");
        using var document = JsonDocument.Parse($"{{{string.Join(',', members)}}}");
        return SchemaJson.ReadSubmitted(document.RootElement);
    }
}
