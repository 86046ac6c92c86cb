using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Registry.Hosting;
using Registry.Testing.Kafka;
using Registry.Topic;

namespace Registry.Kafka.Tests;

/// <summary>Nodes on a topic to which other servers write while they run, in every form in which records are found (spec 6).</summary>
public sealed class SharingTheTopic(KafkaBroker broker)
{
    private readonly string _topic = $"schemas-{Guid.NewGuid()}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private RegistryOptions Leads => KafkaNode.Options(broker.BootstrapServers, _topic);

    private RegistryOptions Follows => Leads with { Cluster = Leads.Cluster! with { IsEligible = false } };

    /// <summary>Records, each written while the node runs, the last of which makes a path answer this.</summary>
    public static TheoryData<string, (string Key, string? Value)[], string, string> Forms => new()
    {
        {
            "a version as it is written today",
            [(Schema("s", 1), """{"subject":"s","version":1,"id":4,"schemaType":"AVRO","schema":"\"int\"","deleted":false}""")],
            "/subjects/s/versions/1/schema", "\"int\""
        },
        {
            "a version without type, deletion and with the old magic",
            [("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":0}""", """{"subject":"s","version":1,"id":4,"schema":"\"int\""}""")],
            "/schemas/ids/4/versions", """[{"subject":"s","version":1}]"""
        },
        {
            "a version with its digest, offset and time",
            [(Schema("s", 1), """{"subject":"s","version":1,"id":4,"md5":"AAAA","schemaType":"AVRO","schema":"\"int\"","deleted":false,"offset":3,"ts":5}""")],
            "/subjects/s/versions/latest/schema", "\"int\""
        },
        {
            "a version with references, metadata and rules",
            [
                (Schema("r", 1), """{"subject":"r","version":1,"id":1,"schemaType":"AVRO","schema":"{\"type\":\"record\",\"name\":\"R\",\"fields\":[]}","deleted":false}"""),
                (Schema("s", 1), """{"subject":"s","version":1,"id":2,"schemaType":"AVRO","references":[{"name":"R","subject":"r","version":1}],"metadata":{"properties":{"a":"b"}},"ruleSet":{"domainRules":[]},"schema":"{\"type\":\"array\",\"items\":\"R\"}","deleted":false}"""),
            ],
            "/subjects/r/versions/1/referencedby", "[2]"
        },
        {
            "a version as Redpanda writes it",
            [("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":1,"seq":1,"node":0}""", """{"subject":"s","version":1,"id":1,"schema":"\"int\"","deleted":false}""")],
            "/subjects", """["s"]"""
        },
        {
            "a version as Karapace writes it",
            [("""{"keytype": "SCHEMA", "subject": "s", "version": 1, "magic": 1}""", """{"subject": "s", "version": 1, "id": 1, "schema": "\"int\"", "deleted": false}""")],
            "/subjects/s/versions", "[1]"
        },
        {
            "a version deleted by its own record, and one for good",
            [
                (Schema("s", 1), """{"subject":"s","version":1,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":false}"""),
                (Schema("s", 2), """{"subject":"s","version":2,"id":2,"schemaType":"AVRO","schema":"\"long\"","deleted":false}"""),
                (Schema("s", 3), """{"subject":"s","version":3,"id":3,"schemaType":"AVRO","schema":"\"float\"","deleted":false}"""),
                (Schema("s", 1), """{"subject":"s","version":1,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":true}"""),
                (Schema("s", 2), null),
            ],
            "/subjects/s/versions?deleted=true", "[1,3]"
        },
        {
            "a subject deleted up to a version",
            [
                (Schema("s", 1), """{"subject":"s","version":1,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":false}"""),
                (Schema("s", 2), """{"subject":"s","version":2,"id":2,"schemaType":"AVRO","schema":"\"long\"","deleted":false}"""),
                ("""{"keytype":"DELETE_SUBJECT","subject":"s","magic":0}""", """{"subject":"s","version":1}"""),
                ("""{"keytype":"DELETE_SUBJECT","subject":"t","magic":0}""", null),
            ],
            "/subjects/s/versions", "[2]"
        },
        {
            "a subject cleared",
            [
                (Schema("s", 1), """{"subject":"s","version":1,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":false}"""),
                (Schema("t", 1), """{"subject":"t","version":1,"id":2,"schemaType":"AVRO","schema":"\"long\"","deleted":false}"""),
                ("""{"keytype":"CLEAR_SUBJECT","subject":"s","magic":0}""", """{"subject":"s"}"""),
            ],
            "/subjects?deleted=true", """["t"]"""
        },
        { "the setting of all subjects", [("""{"keytype":"CONFIG","magic":0}""", """{"compatibilityLevel":"FULL"}""")], "/config", """{"compatibilityLevel":"FULL"}""" },
        { "the setting of all subjects under an old key", [("""{"keytype":"CONFIG","subject":null,"magic":0}""", """{"compatibilityLevel":"NONE"}""")], "/config", """{"compatibilityLevel":"NONE"}""" },
        { "the setting of a subject, without its name", [("""{"keytype":"CONFIG","subject":"s","magic":0}""", """{"compatibilityLevel":"NONE"}""")], "/config/s", """{"compatibilityLevel":"NONE"}""" },
        {
            "a setting taken back",
            [("""{"keytype":"CONFIG","magic":0}""", """{"compatibilityLevel":"FULL"}"""), ("""{"keytype":"CONFIG","subject":null,"magic":0}""", null)],
            "/config", """{"compatibilityLevel":"BACKWARD"}"""
        },
        { "the mode of all subjects", [("""{"keytype":"MODE","subject":null,"magic":0}""", """{"subject":null,"mode":"READONLY"}""")], "/mode", """{"mode":"READONLY"}""" },
        {
            "the mode of a subject, set and taken back",
            [("""{"keytype":"MODE","subject":"s","magic":0}""", """{"subject":"s","mode":"IMPORT"}"""), ("""{"keytype":"MODE","subject":"s","magic":0}""", null), (ReferenceServer.NoopKey, null)],
            "/mode/s?defaultToGlobal=true", """{"mode":"READWRITE"}"""
        },
        { "a context", [("""{"keytype":"CONTEXT","tenant":"default","context":".c","magic":0}""", """{"tenant":"default","context":".c"}""")], "/contexts", """[".",".c"]""" },
        {
            "what nobody can read, before what everybody can",
            [
                ("", ""), ("", null), ("not JSON", "{}"), ("""{"keytype":"SCHEMA","subject":"s","version":1,"magic":7}""", "{}"), (Schema("s", 1), "not JSON"), (Schema("s", 1), "[]"),
                ("""{"keytype":"UNKNOWN","magic":0}""", "{}"), ("""{"keytype":"CONFIG","magic":0}""", """{"compatibilityLevel":"SIDEWAYS"}"""),
                (Schema("s", 2), """{"subject":"s","version":2,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":false}"""),
            ],
            "/subjects/s/versions", "[2]"
        },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task Records_of_every_form_are_read_while_a_node_runs(string form, (string Key, string? Value)[] records, string path, string answer)
    {
        Assert.NotEmpty(form);
        await using var node = await KafkaNode.StartAsync(Follows, Token);
        await using var other = ReferenceServer.On(broker.BootstrapServers, _topic);

        foreach (var (key, value) in records)
            await other.WriteAsync(key, value, Token);

        await Condition.HoldsAsync(async () => await AnswerAsync(node, path) == answer);
        // And as well when it starts.
        await using var next = await KafkaNode.StartAsync(Follows, Token);
        Assert.Equal(answer, await AnswerAsync(next, path));
    }

    [Fact]
    public async Task What_another_server_has_just_written_is_not_denied()
    {
        await using var node = await KafkaNode.StartAsync(Follows, Token);
        await using var other = ReferenceServer.On(broker.BootstrapServers, _topic);
        for (var n = 1; n <= 50; n++)
        {
            await other.WriteAsync(Schema($"s{n}", 1), $$"""{"subject":"s{{n}}","version":1,"id":{{n}},"schemaType":"AVRO","schema":"\"int\"","deleted":false}""", Token);

            Assert.Equal("[1]", await AnswerAsync(node, $"/subjects/s{n}/versions"));
        }
    }

    [Fact]
    public async Task A_topic_of_a_million_records_is_read_to_its_end()
    {
        const int Subjects = 1000;
        await using (var first = await KafkaNode.StartAsync(Follows, Token))
            Assert.Equal("[]", await AnswerAsync(first, "/subjects"));
        await using (var other = ReferenceServer.On(broker.BootstrapServers, _topic))
        {
            other.WriteAll(Enumerable.Range(0, 1_000_000).Select(n => n < Subjects
                ? (Schema($"s{n}", 1), $$"""{"subject":"s{{n}}","version":1,"id":1,"schemaType":"AVRO","schema":"\"int\"","deleted":false}""")
                : ($$"""{"keytype":"CONFIG","subject":"s{{n % Subjects}}","magic":0}""", (string?)$$"""{"subject":"s{{n % Subjects}}","compatibilityGroup":"{{n}}"}""")));
        }

        await using var node = await KafkaNode.StartAsync(Follows, Token);

        Assert.Equal(Subjects, (await node.Http.GetFromJsonAsync<JsonArray>("/subjects", Token))!.Count);
        var last = node.Part<Follower>().Current.Configs.Values.Select(config => int.Parse(config.CompatibilityGroup!, CultureInfo.InvariantCulture));
        Assert.Equal(Enumerable.Range(999_000, Subjects), last.Order());
    }

    [Fact]
    public async Task Skipped_records_are_told_of_and_counted()
    {
        await using var node = await KafkaNode.StartAsync(Follows, Token);
        await using var other = ReferenceServer.On(broker.BootstrapServers, _topic);

        await other.WriteAsync("not JSON", "{}", Token);
        var offset = await other.WriteAsync(Schema("s", 1), "[]", Token);

        await Condition.HoldsAsync(async () => (await AnswerAsync(node, "/health/ready")).Contains($"2 records of the topic are skipped, the last at offset {offset}: ", StringComparison.Ordinal));
        Assert.StartsWith("""{"status":"ok","notice":""", await AnswerAsync(node, "/health/ready"), StringComparison.Ordinal);
        Assert.Matches("(?m)^registry_topic_malformed_records{.*} 2$", await AnswerAsync(node, "/metrics"));
    }

    [Fact]
    public async Task A_node_that_leads_gives_out_nothing_that_another_server_has_given_out()
    {
        await using var node = await KafkaNode.StartAsync(Leads, Token);
        await using var other = ReferenceServer.On(broker.BootstrapServers, _topic);
        await Condition.HoldsAsync(() => node.Leadership.IsLeader);
        await other.WriteAsync(ReferenceServer.NoopKey, null, Token);
        await other.WriteAsync("""{"keytype":"CONFIG","subject":null,"magic":0}""", """{"compatibilityLevel":"NONE"}""", Token);
        for (var n = 1; n <= 40; n += 2)
        {
            await other.WriteAsync(Schema("s", n), $$"""{"subject":"s","version":{{n}},"id":{{n}},"schemaType":"AVRO","schema":"{{SchemaText.Record($"R{n}").Replace("\"", "\\\"", StringComparison.Ordinal)}}","deleted":false}""", Token);
            Assert.Contains(n.ToString(CultureInfo.InvariantCulture), await AnswerAsync(node, $"/subjects/s/versions/{n}"), StringComparison.Ordinal);

            using var answer = await node.RegisterAsync("s", SchemaText.Record($"R{n + 1}"), Token);

            var body = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
            Assert.Equal((HttpStatusCode.OK, n + 1, n + 1), (answer.StatusCode, (int)body["id"]!, (int)body["version"]!));
        }
    }

    [Fact]
    public async Task A_node_of_a_fleet_that_the_reference_leads_hands_writes_on_with_what_the_caller_said()
    {
        await using var leader = await ReferenceServer.LeadAsync(broker.BootstrapServers, _topic, Token);
        await using var node = await KafkaNode.StartAsync(Leads with { Cluster = Leads.Cluster! with { Leader = leader.Url } }, Token);
        for (var n = 1; n <= 20; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/subjects/s%2F{n}/versions") { Content = JsonContent.Create(new { schema = SchemaText.Record($"R{n}") }) };
            request.Headers.Add("Authorization", "Basic dTpw");
            request.Headers.Add("X-Request-ID", $"request-{n}");
            using var answer = await node.Http.SendAsync(request, Token);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal($$"""{"id":{{n}},"version":1}""", await answer.Content.ReadAsStringAsync(Token));
            Assert.Equal("[1]", await AnswerAsync(node, $"/subjects/s%2F{n}/versions"));
            var (path, headers) = leader.Asked[^1];
            Assert.Equal($"/subjects/s%2F{n}/versions", path);
            Assert.Equal(("Basic dTpw", $"request-{n}", "true"), (headers["Authorization"], headers["X-Request-ID"], headers["X-Forward"]));
        }
        Assert.Equal(20, leader.Asked.Count);

        // What is known needs no leader.
        using var known = await node.RegisterAsync("s%2F1", SchemaText.Record("R1"), Token);
        Assert.Equal(1, (int)(await known.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!);
        Assert.Equal(20, leader.Asked.Count);
        Assert.False(node.Leadership.IsLeader);
    }

    [Fact]
    public async Task A_fleet_that_hands_over_to_us_and_gets_it_back_loses_nothing()
    {
        await using (var reference = await ReferenceServer.LeadAsync(broker.BootstrapServers, _topic, Token))
        await using (var node = await KafkaNode.StartAsync(Leads with { Cluster = Leads.Cluster! with { Leader = reference.Url } }, Token))
        {
            using var first = await node.RegisterAsync("a", SchemaText.Record("A"), Token);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        }
        await using (var node = await KafkaNode.StartAsync(Leads, Token))
        {
            using var second = await node.RegisterAsync("b", SchemaText.Record("B"), Token);
            Assert.Equal(2, (int)(await second.Content.ReadFromJsonAsync<JsonObject>(Token))!["id"]!);
        }
        var read = TopicReading.Fold(TopicReading.All(broker.BootstrapServers, _topic, Confluent.Kafka.IsolationLevel.ReadUncommitted));
        Assert.Equal(["a", "b"], read.Subjects.Keys.Select(subject => subject.Name));
    }

    private static string Schema(string subject, int version) => $$"""{"keytype":"SCHEMA","subject":"{{subject}}","version":{{version}},"magic":1}""";

    private static async Task<string> AnswerAsync(KafkaNode node, string path) => await (await node.Http.GetAsync(new Uri(path, UriKind.Relative), Token)).Content.ReadAsStringAsync(Token);
}
