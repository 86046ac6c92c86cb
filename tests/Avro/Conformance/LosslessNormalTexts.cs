namespace Registry.Avro.Tests.Conformance;

/// <summary>Rows whose recorded normal text lost something that ours keeps, and what.</summary>
internal static class LosslessNormalTexts
{
    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
    };

    public static bool Names(string id) => s_reasons.ContainsKey(id);
}
