using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Registry.Domain;
using Registry.Topic;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Domain;

/// <summary>
/// Topics to which somebody wrote what no server writes. A reader that stops at a record never gets past it, so nothing in a topic may stop it.
/// </summary>
public sealed class HostileTopics
{
    private static readonly (string Key, string Value)[] s_records =
    [
        ("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", """{"subject":"s","version":1,"id":1,"schemaType":"AVRO","references":[{"name":"R","subject":"t","version":1}],"metadata":{"tags":{"a":["b"]},"properties":{"c":"d"},"sensitive":["c"]},"ruleSet":{"domainRules":[{"name":"r","kind":"CONDITION","mode":"WRITE","type":"CEL","tags":["x"],"params":{"p":"q"},"expr":"e","disabled":false}]},"schema":"{\"type\":\"record\",\"name\":\"A\",\"fields\":[]}","deleted":false,"ts":1,"offset":1}"""),
        ("""{"keytype":"SCHEMA","subject":":.c:t","version":2,"magic":0}""", """{"subject":":.c:t","version":2,"id":2,"schema":"\"int\""}"""),
        ("""{"keytype":"CONFIG","subject":"s","magic":0}""", """{"subject":"s","alias":"t","normalize":true,"validateFields":false,"compatibilityLevel":"FULL","compatibilityGroup":"g","defaultMetadata":{"properties":{"a":"b"}},"overrideRuleSet":{"domainRules":[]}}"""),
        ("""{"keytype":"MODE","subject":"s","magic":0}""", """{"subject":"s","mode":"IMPORT"}"""),
        ("""{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}""", """{"subject":"s","version":1}"""),
        ("""{"keytype":"CLEAR_SUBJECT","subject":":.c:","magic":0}""", """{"subject":":.c:"}"""),
        ("""{"keytype":"CONTEXT","tenant":"default","context":".c","magic":0}""", """{"tenant":"default","context":".c"}"""),
        ("""{"keytype":"ASSOC","tenant":"default","resourceName":"n","resourceNamespace":"ns","resourceType":"topic","associationType":"value","subject":"s","magic":0}""", """{"guid":"g","tenant":"default","resourceName":"n","resourceNamespace":"ns","resourceId":"i","resourceType":"topic","associationType":"value","subject":"s","lifecycle":"STRONG","frozen":false,"createTs":1}"""),
        ("""{"keytype":"NOOP","context":".","magic":0}""", """{"highestId":7}"""),
        ("""{"keytype":"NOOP","mark":"term","magic":0}""", """{"leader":"http://h:1/"}"""),
    ];

    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1", "2147483647", "2147483648", "-2147483648", "1.5", "1e400", "\"\"", "\"x\"", "\":.:\"", "\":.\"", "\":*:\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[null]", "[[1]]", "{}", """{"a":{}}""", """{"x":null}""",
    ];

    private static readonly Gen<StoredRecord> s_broken =
        from record in Gen.Elements(s_records)
        from inKey in Gen.Elements(true, false, false)
        from place in Gen.Choose(0, 1000)
        from value in Gen.Elements([.. s_values, ""])
        from tombstone in Gen.Frequency((1, Gen.Constant(true)), (9, Gen.Constant(false)))
        from offset in Gen.Choose(0, 5)
        let key = inKey ? Break(record.Key, place, value) : record.Key
        select StoredRecord.Of(new(Encode(key), tombstone ? null : Encode(inKey ? record.Value : Break(record.Value, place, value))), offset, offset);

    [Fact]
    public void Nothing_in_a_topic_stops_its_reader_or_the_writes_that_follow() => Prop.ForAll(s_broken.NonEmptyListOf().ToArbitrary(), records =>
    {
        var state = RegistryState.Empty.Fold(Folding.Decode(records));

        foreach (var subject in new[] { "s", ":.c:t", "new" })
            Assert.NotEmpty(state.Register(subject, B, force: true).Said);
        Assert.NotEmpty(state.Delete("s").Said);
        Assert.NotEmpty(StateText.Of(state));
    }).Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":7}""", """{"id":1,"schema":"\"int\""}""", "unknown magic 7 of a schema")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":0,"magic":1}""", """{"id":1,"schema":"\"int\""}""", "0 is not a version")]
    [InlineData("""{"keytype":"SCHEMA","version":1,"magic":1}""", """{"id":1,"schema":"\"int\""}""", "'subject' is missing")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", """{"schema":"\"int\""}""", "'id' is missing")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", """{"id":-1,"schema":"\"int\""}""", "-1 is not an id")]
    [InlineData("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1}""", """{"id":1}""", "'schema' is missing")]
    [InlineData("""{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}""", "{}", "'version' is missing")]
    [InlineData("""{"keytype":"OTHER","magic":0}""", "{}", "unknown key type 'OTHER'")]
    public void What_is_wrong_with_a_record_is_said(string key, string value, string reason) =>
        Assert.Equal(new SkippedRecord(0, reason), History.Of((key, value)).State.LastSkipped);

    // Puts a value in the place of one of the document's nodes, or takes the node out.
    private static string Break(string json, int place, string value)
    {
        var root = JsonNode.Parse(json)!;
        var nodes = Members(root).ToList();
        var (parent, name) = nodes[place % nodes.Count];
        if (value.Length == 0)
        {
            parent.Remove(name);
            return root.ToJsonString();
        }
        parent[name] = "THE-PLACE";
        return root.ToJsonString().Replace("\"THE-PLACE\"", value, StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Members(JsonNode node) => node switch
    {
        JsonObject it => it.ToList().SelectMany(member => Members(member.Value!).Prepend((it, member.Key))),
        JsonArray it => it.SelectMany(item => Members(item!)),
        _ => [],
    };

    private static byte[] Encode(string json) => System.Text.Encoding.UTF8.GetBytes(json);
}
