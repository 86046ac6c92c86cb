using Registry.Schemas;

namespace Registry.Avro.Tests.Compatibility;

/// <summary>Every remedy, carried out: the schema then passes.</summary>
public sealed class WhatPeopleAreAdvised
{
    private const string E = "{\"type\":\"enum\",\"name\":\"n.E\",\"symbols\":[\"A\",\"B\"]}";

    /// <summary>Name, level, old schema, new schema, remedy, the new schema after it.</summary>
    public static TheoryData<string, CompatibilityLevel, string, string, string, string> Cases => new()
    {
        { "missing default: optional", CompatibilityLevel.Full, Record(), Record(Int("a")), "Make the field optional: a union of null and its type, with \"default\": null.", Record(Schema.Field("a", "[\"null\",\"int\"]", "null")) },
        { "missing default: removed", CompatibilityLevel.Full, Record(), Record(Int("a")), "Remove the field.", Record() },
        { "missing default: renamed", CompatibilityLevel.Backward, Record(Int("a")), Record(Long("b")), "If it is the old field \"a\" under a new name, give it the alias: \"aliases\": [\"a\"].", Record("{\"name\":\"b\",\"type\":\"long\",\"aliases\":[\"a\"]}") },
        { "missing default: kept", CompatibilityLevel.Forward, Record(Int("a")), Record(), "Keep the field, of type int.", Record(Int("a")) },
        { "missing default: renamed forward", CompatibilityLevel.Forward, Record(Int("a")), Record("{\"name\":\"b\",\"type\":\"int\",\"aliases\":[\"a\"]}"), "Give the field \"b\" its old name \"a\" back: the old schema does not know its aliases.", Record(Int("a")) },

        { "type: kept", CompatibilityLevel.Full, "\"string\"", "\"int\"", "Keep the type string.", "\"string\"" },
        { "type: union", CompatibilityLevel.Backward, "\"string\"", "\"int\"", "Make the type a union of both: string and int.", "[\"string\",\"int\"]" },
        { "type: union kept", CompatibilityLevel.Full, "[\"int\",\"string\"]", "\"int\"", "Keep the type union of int and string.", "[\"int\",\"string\"]" },
        { "type: branch dropped", CompatibilityLevel.Forward, "\"int\"", "[\"int\",\"string\"]", "Take string out of the union.", "[\"int\"]" },
        { "type: one that is promoted", CompatibilityLevel.Forward, "\"float\"", "\"double\"", "Use int or long, which the old schema reads as float.", "\"long\"" },
        { "type: bytes for string", CompatibilityLevel.Forward, "\"string\"", "\"int\"", "Use bytes, which the old schema reads as string.", "\"bytes\"" },

        { "name: kept", CompatibilityLevel.Full, "{\"type\":\"fixed\",\"name\":\"n.A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"m.B\",\"size\":1}", "Keep the name A.", "{\"type\":\"fixed\",\"name\":\"m.A\",\"size\":1}" },
        { "name: alias", CompatibilityLevel.Backward, "{\"type\":\"fixed\",\"name\":\"n.A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"m.B\",\"size\":1}", "Give the type the alias of its old name: \"aliases\": [\"n.A\"].", "{\"type\":\"fixed\",\"name\":\"m.B\",\"size\":1,\"aliases\":[\"n.A\"]}" },
        { "name: alias without namespaces", CompatibilityLevel.Backward, "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"B\",\"size\":1}", "Give the type the alias of its old name: \"aliases\": [\"A\"].", "{\"type\":\"fixed\",\"name\":\"B\",\"size\":1,\"aliases\":[\"A\"]}" },
        { "size: kept", CompatibilityLevel.Backward, "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"A\",\"size\":2}", "Keep the size 1.", "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}" },
        { "size: kept forward", CompatibilityLevel.Forward, "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"A\",\"size\":2}", "Keep the size 1.", "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}" },

        { "symbols: kept", CompatibilityLevel.Full, E, E.Replace(",\"B\"", "", StringComparison.Ordinal), "Keep B among the symbols.", E },
        { "symbols: default", CompatibilityLevel.Full, E, E.Replace(",\"B\"", "", StringComparison.Ordinal), "Give the enum a default, such as \"default\": \"A\": it is read in place of symbols that the schema does not have.", "{\"type\":\"enum\",\"name\":\"n.E\",\"symbols\":[\"A\"],\"default\":\"A\"}" },
        { "symbols: left out", CompatibilityLevel.Forward, E, E.Replace("\"B\"", "\"B\",\"C\",\"D\"", StringComparison.Ordinal), "Leave C and D out of the symbols.", E },

        { "branch: added", CompatibilityLevel.Full, "[\"int\",\"string\"]", "[\"int\"]", "Add string to the union.", "[\"int\",\"string\"]" },
        { "branch: added for all", CompatibilityLevel.Backward, E, "[\"int\"]", "Add enum n.E to the union.", $"[\"int\",{E}]" },
        { "branch: in place of a namesake", CompatibilityLevel.Backward, $"[{E}]", "[{\"type\":\"fixed\",\"name\":\"n.E\",\"size\":1}]", "Put enum n.E in the place of fixed n.E.", $"[{E}]" },
        { "branch: dropped", CompatibilityLevel.Forward, "[\"int\"]", "[\"int\",\"string\"]", "Take string out of the union.", "[\"int\"]" },
        { "branch: union kept", CompatibilityLevel.Full, "[\"int\",\"null\"]", "\"string\"", "Keep the union of int and null.", "[\"int\",\"null\"]" },

        { "ambiguous: aliases removed", CompatibilityLevel.Backward, Record(Int("a"), Int("b")), Record("{\"name\":\"b\",\"type\":\"int\",\"aliases\":[\"a\"]}"), "Remove the aliases a from the field.", Record(Int("b")) },
        { "ambiguous: one alias", CompatibilityLevel.Backward, Record(Int("a"), Int("b")), Record("{\"name\":\"c\",\"type\":\"int\",\"aliases\":[\"a\",\"b\"]}"), "Keep only one of the aliases a and b.", Record("{\"name\":\"c\",\"type\":\"int\",\"aliases\":[\"b\"]}") },
        { "ambiguous: one field", CompatibilityLevel.Forward, Record("{\"name\":\"b\",\"type\":\"int\",\"aliases\":[\"a\"]}"), Record(Int("a"), Int("b")), "Keep only one of the fields \"b\" and \"a\" in the new schema, or give the others names that the old schema does not know.", Record(Int("a")) },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Carrying_it_out_makes_the_schema_pass(string name, CompatibilityLevel level, string old, string @new, string remedy, string after)
    {
        Assert.NotEmpty(name);
        Assert.False(Explained.Passes(@new, old, level));
        Assert.Contains(remedy, Explained.All(@new, old, level).SelectMany(told => told.Explanation.Remedies), StringComparer.Ordinal);
        Assert.True(Explained.Passes(after, old, level));
    }

    [Theory]
    [InlineData("\"int\"", "\"long\"", "Use int or long")]
    [InlineData("\"string\"", "\"int\"", "Make the type a union")]
    [InlineData("[\"int\"]", "[\"int\",\"string\"]", "Take string out")]
    [InlineData("{\"type\":\"fixed\",\"name\":\"n.A\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"n.B\",\"size\":1}", "Give the type the alias")]
    public void Nothing_is_advised_that_breaks_the_other_direction(string old, string @new, string advice) =>
        Assert.DoesNotContain(Explained.All(@new, old, CompatibilityLevel.Full).SelectMany(told => told.Explanation.Remedies), it => it.StartsWith(advice, StringComparison.Ordinal));

    [Fact]
    public void No_alias_is_advised_that_cannot_be_written() =>
        Assert.Equal(["Keep the name A."], Explained.Single("{\"type\":\"fixed\",\"name\":\"n.B\",\"size\":1}", "{\"type\":\"fixed\",\"name\":\"A\",\"size\":1}", CompatibilityLevel.Backward).Remedies);

    private static string Record(params string[] fields) => Schema.Record(fields);

    private static string Int(string name) => Schema.Field(name, "\"int\"");

    private static string Long(string name) => Schema.Field(name, "\"long\"");
}
