using System.Globalization;
using Registry.Avro.Printing;

namespace Registry.Avro.Tests.Printing;

public sealed class FingerprintsOfForms
{
    [Fact]
    public void The_form_keeps_only_what_parsing_data_needs() => Assert.Equal(
        "{\"name\":\"n.R\",\"type\":\"record\",\"fields\":[{\"name\":\"a\",\"type\":{\"name\":\"n.E\",\"type\":\"enum\",\"symbols\":[\"A\"]}},{\"name\":\"b\",\"type\":[\"n.E\",\"int\"]}]}",
        Schema.Of("{\"type\":\"record\",\"name\":\"R\",\"namespace\":\"n\",\"doc\":\"d\",\"fields\":[{\"name\":\"a\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\"],\"default\":\"A\"}},{\"name\":\"b\",\"type\":[\"E\",{\"type\":\"int\",\"logicalType\":\"date\"}],\"order\":\"ignore\"}]}").ParsingCanonicalForm);

    // The values of the Avro specification's table.
    [Theory]
    [InlineData("\"null\"", "7195948357588979594")]
    [InlineData("\"int\"", "8247732601305521295")]
    public void The_64_bit_fingerprint_is_that_of_Avro(string form, string fingerprint) =>
        Assert.Equal(fingerprint, unchecked((long)Fingerprints.Crc64(form)).ToString(CultureInfo.InvariantCulture));
}
