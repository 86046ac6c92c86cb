using Registry.Avro.Model;

namespace Registry.Avro.Values;

/// <summary>When two values are the same datum. Recursion is as deep as the values nest, which decoding bounds.</summary>
internal static class ValueEquality
{
    public static bool AreEqual(in AvroValue one, in AvroValue other)
    {
        if (one.Kind != other.Kind || one.Branch != other.Branch)
            return false;
        return one.Kind switch
        {
            AvroKind.String => one.AsString() == other.AsString(),
            AvroKind.Bytes or AvroKind.Fixed => one.AsBytes().SequenceEqual(other.AsBytes()),
            AvroKind.Enum => one.AsSymbol() == other.AsSymbol(),
            AvroKind.Array => AreEqual(one.AsArray(), other.AsArray()),
            AvroKind.Map => AreEqual(one.AsMap(), other.AsMap()),
            AvroKind.Record => one.AsRecord().Schema.Name == other.AsRecord().Schema.Name && AreEqual(one.AsRecord().Values, other.AsRecord().Values),
            _ => one.Bits == other.Bits,
        };
    }

    public static int Hash(in AvroValue value) => value.Kind switch
    {
        AvroKind.String => value.AsString().GetHashCode(StringComparison.Ordinal),
        AvroKind.Bytes or AvroKind.Fixed => HashOf(value.AsBytes()),
        AvroKind.Enum => value.AsSymbol().GetHashCode(StringComparison.Ordinal),
        AvroKind.Array => HashOf(value.AsArray()),
        AvroKind.Record => HashOf(value.AsRecord().Values),
        // The order of entries does not count.
        AvroKind.Map => value.AsMap().Entries.Length == 0 ? 0 : 1,
        _ => HashCode.Combine(value.Kind, value.Bits),
    };

    private static bool AreEqual(ReadOnlySpan<AvroValue> some, ReadOnlySpan<AvroValue> others)
    {
        if (some.Length != others.Length)
            return false;
        for (var at = 0; at < some.Length; at++)
        {
            if (!AreEqual(some[at], others[at]))
                return false;
        }
        return true;
    }

    private static bool AreEqual(AvroMap some, AvroMap others) => Contains(some, others) && Contains(others, some);

    private static bool Contains(AvroMap some, AvroMap others)
    {
        foreach (var (key, _) in others.Entries)
        {
            // By key on both sides: of a repeated key only the last entry counts.
            if (!others.TryGet(key, out var expected) || !some.TryGet(key, out var value) || !AreEqual(expected, value))
                return false;
        }
        return true;
    }

    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    private static int HashOf(ReadOnlySpan<AvroValue> values)
    {
        var hash = new HashCode();
        foreach (ref readonly var value in values)
            hash.Add(Hash(value));
        return hash.ToHashCode();
    }
}
