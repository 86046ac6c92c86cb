using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Tests.Generators;

/// <summary>Values of a schema, made from a seed.</summary>
internal sealed class RandomValues(Random random)
{
    private const int DeepestGrowth = 6;

    private static readonly string[] s_texts = ["", "a", "grüße", "日本語", "😀 smile", "line\nbreak \"quoted\" \\", new('x', 63), new('é', 40), new('y', 3000)];

    private int _depth;

    public static AvroValue Make(AvroSchema schema, int seed) => new RandomValues(new Random(seed)).Any(schema);

    public AvroValue Any(AvroSchema schema)
    {
        _depth++;
        var value = schema switch
        {
            RecordSchema record => AvroValue.Of(new AvroRecord(record, [.. record.Fields.Select(field => Any(field.Schema))])),
            EnumSchema @enum => AvroValue.OfEnum(@enum, random.Next(@enum.Symbols.Count)),
            FixedSchema @fixed => AvroValue.OfFixed(Bytes(@fixed.Size)),
            ArraySchema array => AvroValue.OfArray([.. Enumerable.Range(0, Count()).Select(_ => Any(array.Items))]),
            MapSchema map => AvroValue.Of(new AvroMap([.. Enumerable.Range(0, Count()).Select(at => KeyValuePair.Create($"k{at}", Any(map.Values)))])),
            UnionSchema union => Branch(union),
            _ => Primitive(schema.Kind),
        };
        _depth--;
        return value;
    }

    private AvroValue Branch(UnionSchema union)
    {
        // In the depth the branch of null ends recursion.
        var branch = _depth > DeepestGrowth && union.Branches[0].Kind == AvroKind.Null ? 0 : random.Next(union.Branches.Count);
        return Any(union.Branches[branch]).InBranch(branch);
    }

    private AvroValue Primitive(AvroKind kind) => kind switch
    {
        AvroKind.Null => AvroValue.Null,
        AvroKind.Boolean => AvroValue.Of(random.Next(2) == 0),
        AvroKind.Int => AvroValue.Of((int)Number(32)),
        AvroKind.Long => AvroValue.Of(Number(64)),
        AvroKind.Float => AvroValue.Of(BitConverter.Int32BitsToSingle(random.Next())),
        AvroKind.Double => AvroValue.Of(random.Next(10) == 0 ? double.NegativeInfinity : random.NextDouble() * Number(50)),
        AvroKind.Bytes => AvroValue.OfBytes(Bytes(random.Next(0, 70))),
        _ => AvroValue.Of(s_texts[random.Next(s_texts.Length)]),
    };

    // Every length of the encoding has its turn.
    private long Number(int bits) => random.NextInt64(long.MinValue, long.MaxValue) >> (64 - random.Next(1, bits + 1));

    private int Count() => _depth > DeepestGrowth ? 0 : random.Next(0, 4);

    private byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        random.NextBytes(bytes);
        return bytes;
    }
}
