using Registry.Avro.Binary;
using Registry.Avro.Tests.Generators;
using Registry.Testing;

namespace Registry.Avro.Tests.Binary;

/// <summary>Damaged bytes: a value or an error, within the limits, and nothing else.</summary>
public sealed class Mutations
{
    private const int AllocationLimit = 1 << 20;

    // What the limit does not count: errors, arrays while they grow, arithmetic that is only an estimate.
    private const int AllocationTolerance = 4 * AllocationLimit;

    private static readonly AvroLimits s_limits = new() { MaximumAllocation = AllocationLimit, MaximumItems = 100_000, MaximumDepth = 64 };

    [Fact]
    public void Damaged_bytes_give_a_value_or_an_error_and_stay_within_the_limits() => Property.Holds(3000, seed =>
    {
        var (_, decoding, _, bytes) = RandomCase.Make(seed);
        var random = new Random(seed);
        for (var round = 0; round < 10; round++)
            AssertBounded(decoding, Damage(bytes, random));
    });

    [Fact]
    public void Random_bytes_give_a_value_or_an_error_and_stay_within_the_limits() => Property.Holds(3000, seed =>
    {
        var (_, decoding, _, _) = RandomCase.Make(seed);
        var random = new Random(seed);
        var bytes = new byte[random.Next(1, 400)];
        random.NextBytes(bytes);
        AssertBounded(decoding, bytes);
    });

    private static void AssertBounded(DecodingPlan decoding, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var decoded = decoding.TryDecode(bytes, s_limits, out _, out var error);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, AllocationTolerance);
        Assert.Equal(decoded, error is null);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var at = random.Next(damaged.Count + 1);
            switch (random.Next(5))
            {
                case 0:
                    damaged.Insert(at, (byte)random.Next(256));
                    break;
                case 1:
                    // A claim of a great number, the favourite of attackers.
                    damaged.InsertRange(at, [0xFE, 0xFF, 0xFF, 0xFF, (byte)random.Next(1, 128)]);
                    break;
                case 2 when at < damaged.Count:
                    damaged.RemoveAt(at);
                    break;
                case 3 when at < damaged.Count:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    damaged.AddRange(damaged.Skip(at).ToList());
                    break;
            }
        }
        return [.. damaged];
    }
}
