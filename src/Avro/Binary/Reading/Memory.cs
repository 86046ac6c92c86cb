namespace Registry.Avro.Binary.Reading;

/// <summary>How much memory values take, roughly: what is charged against <see cref="AvroLimits.MaximumAllocation"/>.</summary>
internal static class Memory
{
    public const int OfValue = 24;
    public const int OfEntry = OfValue + 8;
    private const int OfObject = 24;

    public static long OfArray(int length, int itemSize = 1) => OfObject + ((long)length * itemSize);

    /// <summary>A record and its values.</summary>
    public static long OfRecord(int fields) => OfObject + OfArray(fields, OfValue);
}
