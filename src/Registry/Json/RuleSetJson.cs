using System.Collections.Immutable;
using System.Text.Json;
using Registry.Domain;

namespace Registry.Json;

/// <summary>Rule sets as requests, answers and topic records write them (spec 2).</summary>
public static class RuleSetJson
{
    private static readonly string[] s_kinds = ["TRANSFORM", "CONDITION"];
    private static readonly string[] s_modes = ["UPGRADE", "DOWNGRADE", "UPDOWN", "WRITE", "READ", "WRITEREAD"];
    private static readonly string[] s_environments = ["NONE", "ALL", "SERVER", "GATEWAY", "CLIENT"];

    public static string Name(RuleKind kind) => s_kinds[(int)kind];

    public static string Name(RuleMode mode) => s_modes[(int)mode];

    public static RuleSet? Read(JsonElement element)
    {
        if (JsonShape.Object(element, "RuleSet") is not { } it)
            return null;
        return new RuleSet
        {
            MigrationRules = Rules(it.Member("migrationRules")),
            DomainRules = Rules(it.Member("domainRules")),
            EncodingRules = Rules(it.Member("encodingRules")),
            EnableAt = it.Member("enableAt") is { } name ? s_environments[JsonShape.Name(name, "ExecutionEnvironment", s_environments)!.Value] : null,
        };
    }

    public static void Write(Utf8JsonWriter writer, RuleSet ruleSet)
    {
        writer.WriteStartObject();
        Write(writer, "migrationRules", ruleSet.MigrationRules);
        Write(writer, "domainRules", ruleSet.DomainRules);
        Write(writer, "encodingRules", ruleSet.EncodingRules);
        writer.WriteUnlessEmpty("enableAt", ruleSet.EnableAt);
        writer.WriteEndObject();
    }

    private static ImmutableArray<Rule> Rules(JsonElement? element) =>
        element is { } rules ? [.. JsonShape.Items(rules, "Rule>").Select(rule => Rule(rule) ?? throw new JsonShapeException("A rule is null; leave it out"))] : [];

    private static Rule? Rule(JsonElement element)
    {
        if (JsonShape.Object(element, "Rule") is not { } it)
            return null;
        return new Rule
        {
            Name = TextOf(it, "name"),
            Doc = TextOf(it, "doc"),
            Kind = it.Member("kind") is { } kind ? (RuleKind)JsonShape.Name(kind, "RuleKind", s_kinds)! : RuleKind.Transform,
            Mode = it.Member("mode") is { } mode ? (RuleMode)JsonShape.Name(mode, "RuleMode", s_modes)! : RuleMode.WriteRead,
            Type = TextOf(it, "type"),
            Tags = it.Member("tags") is { } tags
                ? ImmutableSortedSet.CreateRange(StringComparer.Ordinal, JsonShape.Items(tags, "String>").Select(JsonShape.Text).OfType<string>())
                : [],
            Params = it.Member("params") is { } parameters
                ? ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, JsonShape.Members(parameters, "LinkedHashMap<String,String>").Select(member => KeyValuePair.Create(member.Name, JsonShape.Text(member.Value) ?? "")))
                : ImmutableSortedDictionary<string, string>.Empty,
            Expr = TextOf(it, "expr"),
            OnSuccess = TextOf(it, "onSuccess"),
            OnFailure = TextOf(it, "onFailure"),
            Disabled = it.Member("disabled") is { } disabled && (JsonShape.Boolean(disabled) ?? false),
        };
    }

    private static string? TextOf(JsonElement element, string name) => element.Member(name) is { } member ? JsonShape.Text(member) : null;

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<Rule> rules)
    {
        if (rules.IsEmpty)
            return;
        writer.WriteStartArray(name);
        foreach (var rule in rules)
            Write(writer, rule);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Rule rule)
    {
        writer.WriteStartObject();
        writer.WriteUnlessEmpty("name", rule.Name);
        writer.WriteUnlessEmpty("doc", rule.Doc);
        writer.WriteString("kind", Name(rule.Kind));
        writer.WriteString("mode", Name(rule.Mode));
        writer.WriteUnlessEmpty("type", rule.Type);
        if (!rule.Tags.IsEmpty)
        {
            writer.WriteStartArray("tags");
            foreach (var tag in rule.Tags)
                writer.WriteStringValue(tag);
            writer.WriteEndArray();
        }
        if (!rule.Params.IsEmpty)
        {
            writer.WriteStartObject("params");
            foreach (var (parameter, value) in rule.Params)
                writer.WriteString(parameter, value);
            writer.WriteEndObject();
        }
        writer.WriteUnlessEmpty("expr", rule.Expr);
        writer.WriteUnlessEmpty("onSuccess", rule.OnSuccess);
        writer.WriteUnlessEmpty("onFailure", rule.OnFailure);
        writer.WriteBoolean("disabled", rule.Disabled);
        writer.WriteEndObject();
    }
}
