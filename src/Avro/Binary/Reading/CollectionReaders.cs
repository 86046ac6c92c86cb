using Registry.Avro.Model;
using Registry.Avro.Values;

namespace Registry.Avro.Binary.Reading;

internal sealed class ArrayReader(ValueReader items, bool itemsCanBeEmpty) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        if (!reader.TryEnter())
            return false;
        var array = new GrowingArray<AvroValue>(Memory.OfValue);
        AvroBlock block;
        do
        {
            if (!reader.TryReadBlock(itemsCanBeEmpty, out block))
                return reader.FailToRead(AvroKind.Array);
            for (var toCome = block.Count; toCome > 0; toCome--)
            {
                if (!array.TryAdd(ref reader, toCome))
                    return false;
                if (!items.TryRead(ref reader, out array.Last))
                    return reader.FailIn(array.Count - 1);
            }
            if (!reader.TryEndBlock(block))
                return false;
        }
        while (block.Count > 0);
        reader.Leave();
        value = AvroValue.OfArray(array.ToArray());
        return true;
    }
}

internal sealed class MapReader(ValueReader values) : ValueReader
{
    public override bool TryRead(ref AvroReader reader, out AvroValue value)
    {
        value = default;
        if (!reader.TryEnter())
            return false;
        var map = new GrowingArray<KeyValuePair<string, AvroValue>>(Memory.OfEntry);
        AvroBlock block;
        do
        {
            if (!reader.TryReadBlock(itemsCanBeEmpty: false, out block))
                return reader.FailToRead(AvroKind.Map);
            for (var toCome = block.Count; toCome > 0; toCome--)
            {
                if (!map.TryAdd(ref reader, toCome) || !TryReadEntry(ref reader, out map.Last))
                    return false;
            }
            if (!reader.TryEndBlock(block))
                return false;
        }
        while (block.Count > 0);
        reader.Leave();
        value = AvroValue.Of(new AvroMap(map.ToArray()));
        return true;
    }

    private bool TryReadEntry(ref AvroReader reader, out KeyValuePair<string, AvroValue> entry)
    {
        entry = default;
        if (!reader.TryReadString(out var key))
            return reader.FailToRead(AvroKind.String);
        if (!values.TryRead(ref reader, out var value))
            return reader.FailIn(key);
        entry = new KeyValuePair<string, AvroValue>(key, value);
        return true;
    }
}
