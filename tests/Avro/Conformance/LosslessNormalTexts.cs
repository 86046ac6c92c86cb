namespace Registry.Avro.Tests.Conformance;

/// <summary>Rows whose recorded normal text lost something that ours keeps, and what (spec 6).</summary>
internal static class LosslessNormalTexts
{
    private const string LaterBranch = "a default that fits only a later branch of its union";
    private const string NoNamespace = "that a type inside a namespace has none itself";
    private const string LargeNumber = "a default of 2^63 - 1 or more, or beyond the range of float";
    private const string LargeByte = "a character above U+00FF in the default of bytes or fixed";

    private static readonly Dictionary<string, string> s_lost = new(StringComparer.Ordinal)
    {
        ["k-avro-0c42d66db0e52a"] = LaterBranch,
        ["k-avro-2971fbde8c80ca"] = LaterBranch,
        ["k-avro-2d8f6854d6ace4"] = LaterBranch,
        ["k-avro-4a2ac198faa12e"] = LaterBranch,
        ["k-avro-5bd4dbd3f6fce2"] = LaterBranch,
        ["k-avro-5f2ad68abe33b3"] = LaterBranch,
        ["k-avro-6e4ee4982d4887"] = LaterBranch,
        ["k-avro-bc73f0e52b9b9d"] = LaterBranch,
        ["k-avro-c2a474548743d5"] = LaterBranch,
        ["k-avro-e7d5083371986d"] = LaterBranch,
        ["k-avro-4c7f8e1465a835"] = NoNamespace,
        ["k-avro-ab7255fad705c2"] = NoNamespace,
        ["k-avro-be648401137c18"] = NoNamespace,
        ["k-avro-4dfbe376007c72"] = LargeNumber,
        ["k-avro-63ea41668c4ef4"] = LargeNumber,
        ["k-avro-778b5dd37eff8d"] = LargeNumber,
        ["k-avro-b864174fb93793"] = LargeNumber,
        ["k-avro-fb802b47c2875b"] = LargeNumber,
        ["k-avro-b44f1d081e94bc"] = LargeByte,
    };

    public static bool Names(string id) => s_lost.ContainsKey(id);
}
