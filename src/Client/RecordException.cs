using System.Globalization;
using Registry.Schemas;

namespace Registry.Client;

/// <summary>Where a faulty record is and what it holds; what is not known is null.</summary>
public sealed record RecordPlace(string Topic, RecordPart Part)
{
    public int? Partition { get; init; }

    public long? Offset { get; init; }

    /// <summary>The key as it was read; of a record that was to be written, null.</summary>
    public ReadOnlyMemory<byte>? Key { get; init; }

    public ReadOnlyMemory<byte>? Value { get; init; }

    public string? Subject { get; init; }

    /// <summary>The schema that the record was, or was to be, written with.</summary>
    public SchemaId? SchemaId { get; init; }

    public Guid? SchemaGuid { get; init; }

    /// <summary>Where in the key or value: a JSON pointer, <c>/</c> for all of it.</summary>
    public string? Path { get; init; }

    /// <summary>The place in words: <c>value of orders, partition 3, offset 42, schema 7, at /lines/0</c>.</summary>
    public override string ToString()
    {
        var steps = new List<string> { $"{Part.Word()} of {Topic}" };
        if (Partition is { } partition)
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"partition {partition}"));
        if (Offset is { } offset)
            steps.Add(string.Create(CultureInfo.InvariantCulture, $"offset {offset}"));
        if ((SchemaId?.ToString() ?? SchemaGuid?.ToString()) is { } schema)
            steps.Add($"schema {schema}");
        if (Path is { } path)
            steps.Add($"at {path}");
        return string.Join(", ", steps);
    }
}

/// <summary>A record that cannot be read or written as it is; trying it again changes nothing, so it belongs to a dead-letter queue.</summary>
public sealed class RecordException : Exception
{
    public RecordException(string reason, RecordPlace place, Exception? innerException = null)
        : base($"{reason} ({place})", innerException) => (Reason, Place) = (reason, place);

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    public RecordPlace Place { get; }

    /// <summary>The same fault by someone who knows more of the place, such as the offset that a deserializer is not told.</summary>
    public RecordException At(Func<RecordPlace, RecordPlace> place) => new(Reason, place(Place), InnerException);
}
