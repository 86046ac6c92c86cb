using System.Text.Json;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Json;

/// <summary>The members of a configuration as answers and topic records write them (spec 2, 6.1). Only the level goes by two names.</summary>
public static class ConfigJson
{
    public const string LevelInAnswers = "compatibilityLevel";
    public const string LevelInUpdates = "compatibility";

    /// <summary>Null members are left out. An empty alias stands only in the echo of an update.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Config config, string levelName)
    {
        if (levelName == LevelInUpdates || config.Alias != "")
            writer.WriteUnlessNull("alias", config.Alias);
        writer.WriteUnlessNull("aliasForDeks", config.AliasForDeks);
        Write(writer, "normalize", config.Normalize);
        Write(writer, "validateFields", config.ValidateFields);
        Write(writer, "validateNewSchemas", config.ValidateNewSchemas);
        Write(writer, "validateRules", config.ValidateRules);
        writer.WriteUnlessNull(levelName, config.CompatibilityLevel?.Name());
        writer.WriteUnlessNull("compatibilityPolicy", config.CompatibilityPolicy?.Name());
        writer.WriteUnlessNull("compatibilityGroup", config.CompatibilityGroup);
        Write(writer, "defaultMetadata", config.DefaultMetadata);
        Write(writer, "overrideMetadata", config.OverrideMetadata);
        Write(writer, "defaultRuleSet", config.DefaultRuleSet);
        Write(writer, "overrideRuleSet", config.OverrideRuleSet);
    }

    /// <summary>What the JSON says of each member laid over a configuration: absent keeps, null clears, a value sets.</summary>
    /// <param name="readLevel">How a level's name is taken: strictly from clients, leniently from the topic.</param>
    public static Config ReadOver(Config config, JsonElement element, string levelName, Func<JsonElement, CompatibilityLevel?> readLevel) => new()
    {
        Alias = Over(element, "alias", config.Alias, JsonShape.Text),
        AliasForDeks = Over(element, "aliasForDeks", config.AliasForDeks, JsonShape.Text),
        Normalize = Over(element, "normalize", config.Normalize, JsonShape.Boolean),
        ValidateFields = Over(element, "validateFields", config.ValidateFields, JsonShape.Boolean),
        ValidateNewSchemas = Over(element, "validateNewSchemas", config.ValidateNewSchemas, JsonShape.Boolean),
        ValidateRules = Over(element, "validateRules", config.ValidateRules, JsonShape.Boolean),
        CompatibilityLevel = Over(element, levelName, config.CompatibilityLevel, readLevel),
        CompatibilityPolicy = Over(element, "compatibilityPolicy", config.CompatibilityPolicy, policy => CompatibilityNames.ParsePolicy(JsonShape.Text(policy))),
        CompatibilityGroup = Over(element, "compatibilityGroup", config.CompatibilityGroup, JsonShape.Text),
        DefaultMetadata = Over(element, "defaultMetadata", config.DefaultMetadata, MetadataJson.Read),
        OverrideMetadata = Over(element, "overrideMetadata", config.OverrideMetadata, MetadataJson.Read),
        DefaultRuleSet = Over(element, "defaultRuleSet", config.DefaultRuleSet, RuleSetJson.Read),
        OverrideRuleSet = Over(element, "overrideRuleSet", config.OverrideRuleSet, RuleSetJson.Read),
    };

    private static T Over<T>(JsonElement element, string name, T current, Func<JsonElement, T> read) =>
        element.TryGetProperty(name, out var member) ? read(member) : current;

    private static void Write(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } it)
            writer.WriteBoolean(name, it);
    }

    private static void Write(Utf8JsonWriter writer, string name, Metadata? metadata)
    {
        if (metadata is null)
            return;
        writer.WritePropertyName(name);
        MetadataJson.Write(writer, metadata);
    }

    private static void Write(Utf8JsonWriter writer, string name, RuleSet? ruleSet)
    {
        if (ruleSet is null)
            return;
        writer.WritePropertyName(name);
        RuleSetJson.Write(writer, ruleSet);
    }
}
