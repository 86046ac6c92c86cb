using FsCheck;
using FsCheck.Fluent;

namespace Registry.Avro.Tests.Generators;

/// <summary>Runs a property on seeds. The run is the same every time; a failure names the seed that makes the case again.</summary>
internal static class Property
{
    private const ulong RunSeed = 20_240_501;

    public static void Holds(int cases, Action<int> check) =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Checked(seed, check))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(cases).WithReplay(RunSeed, 1));

    private static bool Checked(int seed, Action<int> check)
    {
        try
        {
            check(seed);
            return true;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
        }
    }
}
