using Registry.Schemas;

namespace Registry.Avro.Tests.Compatibility;

/// <summary>What is said to people about a new schema against an old one.</summary>
internal static class Explained
{
    public static IReadOnlyList<ExplainedIncompatibility> All(string @new, string old, CompatibilityLevel level) =>
        LevelExplanation.Run(Schema.Of(@new), [Earlier(old)], level, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken);

    public static Explanation Single(string @new, string old, CompatibilityLevel level) => Assert.Single(All(@new, old, level)).Explanation;

    public static bool Passes(string @new, string old, CompatibilityLevel level) =>
        LevelCheck.Run(Schema.Of(@new), [Earlier(old)], level, CompatibilityPolicy.Strict, TestContext.Current.CancellationToken).Count == 0;

    private static EarlierVersion Earlier(string text) => new(1, SchemaType.Avro, new(() => Schema.Of(text)));
}
