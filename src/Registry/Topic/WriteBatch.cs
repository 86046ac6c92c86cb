using System.Collections.Immutable;
using Registry.Domain;

namespace Registry.Topic;

/// <summary>
/// The records of several commands, planned one after the other: each decision sees what the ones before it will have done.
/// </summary>
public sealed class WriteBatch(RegistryState state, int largestRecord)
{
    private readonly List<NewRecord> _records = [];
    private RegistryState _planned = state;

    // How many offsets of the topic a new writer has to look through, at most, for what its predecessor left undone.
    private const int LongestTail = 1000;

    public IReadOnlyList<NewRecord> Records => _records;

    public void Add(PendingWrite write)
    {
        if (!TryDecide(write, out var records))
            return;
        ImmutableArray<NewRecord> encoded = [.. records.Select(RecordCodec.Encode)];
        var largest = encoded.IsEmpty ? 0 : encoded.Max(record => record.Key.Length + (record.Value?.Length ?? 0));
        if (largest > largestRecord)
        {
            write.Refuse(RegistryError.SchemaTooLarge(largest, largestRecord));
            return;
        }
        foreach (var record in encoded)
            AddWithForeignKeys(record);
        _planned = _planned.With(records);
    }

    // What others wrote for the same thing goes first, and together with it: the last word is the record's own.
    private void AddWithForeignKeys(NewRecord record)
    {
        _records.AddRange(_planned.ForeignKeys.For(record.Key).Select(foreign => new NewRecord(foreign, Value: null)));
        _records.Add(record);
    }

    /// <summary>Adds marks: for highest ids that this batch, or an earlier one without a mark, leaves without a version to remember them, and now and then for how far the topic is whole.</summary>
    public void Close()
    {
        foreach (var (context, ids) in _planned.Contexts.Where(it => it.Value.NeedsMark))
        {
            var mark = new HighestIdRecord(context, ids.HighestId);
            _records.Add(RecordCodec.Encode(mark));
            _planned = _planned.With([mark]);
        }
        if (_records.Count > 0 && _planned.Term is { } term && _planned.Offset - term.Offset > LongestTail)
            _records.Add(RecordCodec.Encode(new TermRecord(term.Leader)));
    }

    // A decision that throws is a bug of ours; it must not take the other commands of the batch with it.
    private bool TryDecide(PendingWrite write, out ImmutableArray<TopicRecord> records)
    {
        try
        {
            records = write.Decide(_planned);
            return true;
        }
        catch (Exception e)
        {
            write.Fail(e);
            records = [];
            return false;
        }
    }
}
