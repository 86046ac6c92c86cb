using Registry.Avro.Binary;
using Registry.Avro.Values;

namespace Registry.Serdes.Avro.Objects;

/// <summary>How values of one .NET type are written as values of one schema, and made of them.</summary>
internal abstract class ValueMap<T>
{
    /// <summary>Writes a value. On false the writer has the reason.</summary>
    public abstract bool TryWrite(ref AvroWriter writer, T value);

    /// <exception cref="InvalidValueException">The value is out of the type's range.</exception>
    public abstract T Make(in AvroValue value);
}

/// <summary>A map of two functions.</summary>
internal sealed class ScalarMap<T>(ScalarMap<T>.Writing write, ScalarMap<T>.Making make) : ValueMap<T>
{
    public delegate bool Writing(ref AvroWriter writer, T value);

    public delegate T Making(in AvroValue value);

    public override bool TryWrite(ref AvroWriter writer, T value) => write(ref writer, value);

    public override T Make(in AvroValue value)
    {
        try
        {
            return make(value);
        }
        catch (Exception e) when (e is OverflowException or ArgumentException or FormatException)
        {
            throw new InvalidValueException($"{value} is no {typeof(T).Name}: {e.Message}", innerException: e);
        }
    }
}

/// <summary>A reference, or null where the schema has a branch for it.</summary>
/// <param name="nullBranch">-1 where null is none of the branches.</param>
internal sealed class ReferenceUnionMap<T>(ValueMap<T> inner, int branch, int nullBranch) : ValueMap<T>
    where T : class?
{
    public override bool TryWrite(ref AvroWriter writer, T value)
    {
        if (value is null && nullBranch < 0)
            return writer.Fail("It is null, and the schema has no null here");
        writer.WriteInt(value is null ? nullBranch : branch);
        return value is null || inner.TryWrite(ref writer, value);
    }

    public override T Make(in AvroValue value) => value.Branch == nullBranch ? null! : inner.Make(value);
}

/// <summary>A value of a value type, as a branch of a union: null is none of it.</summary>
internal sealed class ValueUnionMap<T>(ValueMap<T> inner, int branch) : ValueMap<T>
    where T : struct
{
    public override bool TryWrite(ref AvroWriter writer, T value)
    {
        writer.WriteInt(branch);
        return inner.TryWrite(ref writer, value);
    }

    public override T Make(in AvroValue value) =>
        value.Branch == branch ? inner.Make(value) : throw new InvalidValueException($"It is null, and {typeof(T).Name} cannot be: make it {typeof(T).Name}?");
}

/// <summary>A value that may be missing.</summary>
/// <param name="nullBranch">-1 where null is none of the branches.</param>
internal sealed class NullableUnionMap<T>(ValueMap<T> inner, int branch, int nullBranch) : ValueMap<T?>
    where T : struct
{
    public override bool TryWrite(ref AvroWriter writer, T? value)
    {
        if (value is null && nullBranch < 0)
            return writer.Fail("It is null, and the schema has no null here");
        writer.WriteInt(value is null ? nullBranch : branch);
        return value is not { } it || inner.TryWrite(ref writer, it);
    }

    public override T? Make(in AvroValue value) => value.Branch == nullBranch ? null : inner.Make(value);
}

/// <summary>A value that may be missing, where the schema has no union.</summary>
internal sealed class NullableMap<T>(ValueMap<T> inner) : ValueMap<T?>
    where T : struct
{
    public override bool TryWrite(ref AvroWriter writer, T? value) =>
        value is { } it ? inner.TryWrite(ref writer, it) : writer.Fail("It is null, and the schema has no null here");

    public override T? Make(in AvroValue value) => inner.Make(value);
}

/// <summary>A list or an array, whatever type of those it is.</summary>
internal sealed class ListMap<TList, TItem>(ValueMap<TItem> item, Func<TItem[], TList> toList) : ValueMap<TList>
    where TList : IEnumerable<TItem>
{
    public override bool TryWrite(ref AvroWriter writer, TList value)
    {
        if (value is null)
            return writer.Fail("It is null, and the schema has no null here");
        if (!writer.TryEnter())
            return false;
        // One that makes its items anew each time may make others.
        var items = value as IReadOnlyCollection<TItem> ?? [.. value];
        writer.WriteBlock(items.Count);
        var at = 0;
        foreach (var each in items)
        {
            if (!item.TryWrite(ref writer, each))
                return writer.FailIn(at);
            at++;
        }
        writer.WriteEnd();
        writer.Leave();
        return true;
    }

    public override TList Make(in AvroValue value)
    {
        var items = value.AsArray();
        var made = new TItem[items.Length];
        for (var at = 0; at < made.Length; at++)
            made[at] = item.Make(items[at]);
        return toList(made);
    }
}

/// <summary>A map with keys of strings.</summary>
internal sealed class DictionaryMap<TMap, TValue>(ValueMap<TValue> inner) : ValueMap<TMap>
    where TMap : IEnumerable<KeyValuePair<string, TValue>>
{
    public override bool TryWrite(ref AvroWriter writer, TMap value)
    {
        if (value is null)
            return writer.Fail("It is null, and the schema has no null here");
        if (!writer.TryEnter())
            return false;
        writer.WriteBlock(value.Count());
        foreach (var (key, each) in value)
        {
            writer.WriteString(key);
            if (!inner.TryWrite(ref writer, each))
                return writer.FailIn(key);
        }
        writer.WriteEnd();
        writer.Leave();
        return true;
    }

    public override TMap Make(in AvroValue value)
    {
        var entries = value.AsMap().Entries;
        var made = new Dictionary<string, TValue>(entries.Length, StringComparer.Ordinal);
        foreach (var (key, each) in entries)
            made[key] = inner.Make(each);
        return (TMap)(object)made;
    }
}
