using Registry.Avro.Compatibility;
using Registry.Schemas;

namespace Registry.Avro.Tests.Compatibility;

public sealed class WhenAReaderCannotRead
{
    [Theory]
    [InlineData("int", "long", "TYPE_MISMATCH /")]
    [InlineData("long", "int", null)]
    [InlineData("double", "float", null)]
    [InlineData("float", "double", "TYPE_MISMATCH /")]
    [InlineData("string", "bytes", null)]
    [InlineData("bytes", "string", null)]
    public void Numbers_widen_and_strings_are_bytes(string reader, string writer, string? broken) =>
        Assert.Equal(broken ?? "", Broken($"\"{reader}\"", $"\"{writer}\""));

    [Theory]
    [InlineData("[\"int\"]", "[\"int\",\"string\"]", "MISSING_UNION_BRANCH /1")]
    [InlineData("[\"int\",\"null\"]", "\"string\"", "MISSING_UNION_BRANCH /")]
    [InlineData("\"int\"", "[\"int\",\"string\"]", "TYPE_MISMATCH /1")]
    [InlineData("{\"type\":\"array\",\"items\":\"int\"}", "{\"type\":\"array\",\"items\":\"string\"}", "TYPE_MISMATCH /items")]
    [InlineData("{\"type\":\"map\",\"values\":\"int\"}", "{\"type\":\"map\",\"values\":\"string\"}", "TYPE_MISMATCH /values")]
    public void A_path_leads_into_the_reader(string reader, string writer, string broken) => Assert.Equal(broken, Broken(reader, writer));

    [Fact]
    public void Every_finding_is_told() => Assert.Equal(
        "READER_FIELD_MISSING_DEFAULT_VALUE /fields/1, TYPE_MISMATCH /fields/0/type",
        Broken(Schema.Record(Schema.Field("a", "\"int\""), Schema.Field("b", "\"int\"")), Schema.Record(Schema.Field("a", "\"string\""))));

    [Fact]
    public void A_missing_field_without_default_is_compared_with_the_whole_record_when_its_enum_has_one() => Assert.Equal(
        "TYPE_MISMATCH /fields/0/type",
        Broken(Schema.Record(Schema.Field("a", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"default\":\"A\"}")), Schema.Record()));

    [Fact]
    public void A_type_that_is_met_twice_reports_the_place_of_the_first_meeting()
    {
        string Of(string type) => Schema.Record(
            Schema.Field("u", $"[\"null\",{{\"type\":\"record\",\"name\":\"I\",\"fields\":[{Schema.Field("x", type)}]}}]"),
            Schema.Field("v", "\"I\""));
        Assert.Equal("MISSING_UNION_BRANCH /fields/0/type/1, TYPE_MISMATCH /fields/0/type", Broken(Of("\"int\""), Of("\"string\"")));
    }

    [Fact]
    public void An_alias_may_bridge_a_new_name()
    {
        const string Writer = "{\"type\":\"fixed\",\"name\":\"n.Old\",\"size\":1}";
        Assert.Empty(Broken("{\"type\":\"fixed\",\"name\":\"n.New\",\"size\":1,\"aliases\":[\"Old\"]}", Writer));
        Assert.Equal("NAME_MISMATCH /name", Broken("{\"type\":\"fixed\",\"name\":\"n.New\",\"size\":1,\"aliases\":[\"m.Old\"]}", Writer));
        Assert.Empty(Broken("{\"type\":\"fixed\",\"name\":\"other.Old\",\"size\":1}", Writer));
    }

    [Fact]
    public void Texts_name_both_sides()
    {
        var finding = Assert.Single(Find("{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"]}", "{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"C\",\"B\",\"A\"]}"));
        Assert.Equal(
            "{errorType:'MISSING_ENUM_SYMBOLS', description:'The old schema is missing enum symbols '[B, C]' at path '/symbols' in the new schema', additionalInfo:'[B, C]'}",
            finding.Describe(Sides.OldReadsNew));
    }

    [Fact]
    public void A_field_that_could_be_several_ends_the_comparison()
    {
        var writer = Schema.Record(Schema.Field("a", "\"int\""), Schema.Field("b", "\"int\""));
        var finding = Assert.Single(Find(Schema.Record("{\"name\":\"b\",\"type\":\"int\",\"aliases\":[\"a\"]}"), writer));
        Assert.IsType<AmbiguousField>(finding);
        Assert.Equal(
            $"Unexpected exception during compatibility check: Reader record field b type:INT pos:0 matches multiple fields in writer record schema {writer}",
            finding.Describe(Sides.NewReadsOld));
    }

    [Fact]
    public void A_cancelled_comparison_stops()
    {
        var schema = Schema.Of(Schema.Record());
        Assert.Throws<OperationCanceledException>(() => schema.FindIncompatibilities(schema, CompatibilityPolicy.Strict, new CancellationToken(canceled: true)));
    }

    private static IReadOnlyList<Incompatibility> Find(string reader, string writer) =>
        Schema.Of(reader).FindIncompatibilities(Schema.Of(writer), CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);

    private static string Broken(string reader, string writer) =>
        string.Join(", ", Find(reader, writer).Select(finding => $"{finding.Type} {finding.Path}").Order(StringComparer.Ordinal));
}
