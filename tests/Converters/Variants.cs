using System.Buffers;
using System.Text;
using Registry.Converters.Connect;
using Registry.Converters.JsonSchema;
using Registry.Converters.Tests.Conformance;

namespace Registry.Converters.Tests;

/// <summary>Any JSON as a variant, and back.</summary>
public sealed class Variants
{
    private static readonly ConnectSchema s_variant = LogicalType.VariantBuilder().Build();
    private static readonly JsonSchemaData s_data = new(new JsonSchemaDataOptions());

    public static TheoryData<string> Texts =>
    [
        "null", "true", "-7", "9007199254740993", "12.50", "-0.001", "1e300", "123456789012345678901234567890", "\"\"",
        $"\"{new string('é', 40)}\"", "[]", "{}", """{"b":[1,{"a":null}],"a":{"b":"x"}}""",
        $"[{string.Join(',', Enumerable.Range(0, 300))}]",
        $"{{{string.Join(',', Enumerable.Range(0, 300).Select(at => $"\"name {at}\":{at}"))}}}",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void Json_comes_back_as_it_was(string text) => Assert.Equal(text, Written(s_data.Read(s_variant, Encoding.UTF8.GetBytes(text))), JsonText.Comparer);

    [Theory]
    [InlineData("", "00")]
    [InlineData("010000", "")]
    [InlineData("010000", "fc")]
    [InlineData("010000", "150102")]
    [InlineData("010000", "020100")]
    [InlineData("010000", "13ffffff7f")]
    [InlineData("c1ffffff7f", "00")]
    public void Bytes_that_are_none_are_a_fault_of_the_data(string metadata, string value) =>
        Assert.Throws<DataException>(() => Written(Variant(Convert.FromHexString(metadata), Convert.FromHexString(value))));

    [Fact]
    public void Parts_that_overlap_do_not_multiply()
    {
        // Arrays of twice the same array, sixty levels deep: more values than there is time for.
        byte[] value = [0];
        for (var level = 0; level < 60; level++)
            value = [0b111, 2, 0, 0, 0, 0, 0, (byte)value.Length, (byte)(value.Length >> 8), .. value];

        Assert.Throws<DataException>(() => Written(Variant([1, 0, 0], value)));
    }

    private static ConnectValue Variant(byte[] metadata, byte[] value) => new Struct(s_variant).Put("metadata", metadata).Put("value", value);

    private static string Written(ConnectValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.True(s_data.TryWrite(s_variant, value, output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
