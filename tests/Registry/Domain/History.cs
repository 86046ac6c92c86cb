using System.Text;
using Registry.Domain;
using Registry.Topic;

namespace Registry.Tests.Domain;

/// <summary>Commands decided one after the other, and the topic that they leave: written and read by the server's own parts.</summary>
internal sealed class History
{
    private readonly List<StoredRecord> _topic = [];

    public IReadOnlyList<StoredRecord> Topic => _topic;

    /// <summary>What a reader of the topic knows.</summary>
    public RegistryState State { get; private set; } = RegistryState.Empty;

    public static History Of(IEnumerable<Command> commands)
    {
        var history = new History();
        foreach (var command in commands)
            history.Run(command);
        return history;
    }

    /// <summary>A topic that others wrote, with null for the value of a tombstone.</summary>
    public static History Of(params ReadOnlySpan<(string Key, string? Value)> records)
    {
        var history = new History();
        foreach (var (key, value) in records)
            history.Add(new NewRecord(Encoding.UTF8.GetBytes(key), value is null ? null : Encoding.UTF8.GetBytes(value)));
        return history;
    }

    public Outcome Run(Command command) => Run(command.Run);

    public Outcome Run(Func<RegistryState, Outcome> command)
    {
        var outcome = command(State);
        var batch = new WriteBatch(State, largestRecord: 1_000_000);
        batch.Add(new PendingWrite<string>(_ => new Plan<string>(outcome.Appended, outcome.Said)));
        batch.Close();
        foreach (var record in batch.Records)
            Add(record);
        return outcome;
    }

    public static RegistryState Replay(IEnumerable<StoredRecord> records) => RegistryState.Empty.Fold(Folding.Decode([.. records]));

    /// <summary>The newest record of each key, and of those without a value none, which is what compaction comes to in the end.</summary>
    public static IEnumerable<StoredRecord> Compact(IEnumerable<StoredRecord> records, bool keepTombstones) =>
        records.GroupBy(record => Convert.ToHexString(record.Key), StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(record => keepTombstones || record.Value is not null)
            .OrderBy(record => record.Offset);

    private void Add(NewRecord record)
    {
        var stored = StoredRecord.Of(record, _topic.Count, _topic.Count);
        _topic.Add(stored);
        State = State.Fold(Folding.Decode([stored]));
    }
}
