using System.Text;
using System.Text.RegularExpressions;
using Registry.Topic;

namespace Registry.Tests.Topic;

/// <summary>What the records in a topic tell about the batches that <c>tests/TopicWriter</c> appended.</summary>
internal sealed partial class WriterHistory
{
    private WriterHistory(IReadOnlyDictionary<int, int> batches, int shared) => (Batches, Shared) = (batches, shared);

    /// <summary>The batches of which records are there, with their missing records.</summary>
    public IReadOnlyDictionary<int, int> Batches { get; }

    /// <summary>The batch whose record of the key that all share is the newest; -1 if none is there.</summary>
    public int Shared { get; }

    public static WriterHistory Of(IReadOnlyList<StoredRecord> records)
    {
        var missing = new Dictionary<int, int>();
        var shared = -1;
        foreach (var record in records)
        {
            var key = OwnKey().Match(Encoding.UTF8.GetString(record.Key));
            if (!key.Success)
            {
                shared = int.Parse(Encoding.UTF8.GetString(record.Value!.Value.Span));
                continue;
            }
            var number = int.Parse(key.Groups["number"].ValueSpan);
            Assert.Equal(number * 37 % 3000, record.Value!.Value.Length);
            missing[number] = missing.GetValueOrDefault(number, int.Parse(key.Groups["size"].ValueSpan)) - 1;
        }
        return new WriterHistory(missing, shared);
    }

    [GeneratedRegex("^batch (?<number>[0-9]+) record [0-9]+ of (?<size>[0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnKey();
}
