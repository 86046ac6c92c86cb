using System.Globalization;

namespace Registry.Testing;

/// <summary>
/// Runs a property on seeds. The run is the same every time, and a failure names the seed that makes the case again. Two variables
/// make more of it: PROPERTY_TIMES runs so many times as many cases, other ones each time, and PROPERTY_SEED runs the one case of a seed.
/// </summary>
internal static class Property
{
    private const int RunSeed = 20_240_501;

    private static readonly int? s_times = Variable("PROPERTY_TIMES");
    private static readonly int? s_seed = Variable("PROPERTY_SEED");

    /// <returns>How many cases there were.</returns>
    public static int Holds(int cases, Action<int> check)
    {
        if (s_seed is { } only)
        {
            Check(only, check);
            return 1;
        }
        var seeds = s_times is null ? new Random(RunSeed) : new Random();
        var all = cases * (s_times ?? 1);
        for (var at = 0; at < all; at++)
            Check(seeds.Next(), check);
        return all;
    }

    private static void Check(int seed, Action<int> check)
    {
        try
        {
            check(seed);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"PROPERTY_SEED={seed}: {failure.Message}", failure);
        }
    }

    private static int? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
