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

    public Outcome Run(Command command)
    {
        var outcome = command.Run(State);
        var batch = new WriteBatch(State, largestRecord: 1_000_000);
        batch.Add(new PendingWrite<string>(_ => new Plan<string>(outcome.Appended, outcome.Said)));
        batch.Close();
        foreach (var record in batch.Records)
        {
            var stored = new StoredRecord(_topic.Count, record.Key, record.Value, _topic.Count);
            _topic.Add(stored);
            State = Fold(State, stored);
        }
        return outcome;
    }

    public static RegistryState Replay(IEnumerable<StoredRecord> records) => records.Aggregate(RegistryState.Empty, Fold);

    /// <summary>The newest record of each key, and of those without a value none, which is what compaction comes to in the end.</summary>
    public static IEnumerable<StoredRecord> Compact(IEnumerable<StoredRecord> records, bool keepTombstones) =>
        records.GroupBy(record => Convert.ToHexString(record.Key), StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(record => keepTombstones || record.Value is not null)
            .OrderBy(record => record.Offset);

    private static RegistryState Fold(RegistryState state, StoredRecord record) => state.Apply(RecordCodec.Decode(record), record.Offset, record.Timestamp);
}
