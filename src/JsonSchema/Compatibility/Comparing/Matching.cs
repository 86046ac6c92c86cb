namespace Registry.JsonSchema.Compatibility;

/// <summary>
/// Pairs writers with readers, each with one at most, as many as the allowed pairs let. Grows a matching by augmenting paths, found breadth
/// first: no recursion, since a path can be as long as there are children.
/// </summary>
internal sealed class Matching(int writers, int readers, WorkBudget budget)
{
    private const int Unmatched = -1;

    private readonly List<int>[] _allowed = [.. Enumerable.Range(0, writers).Select(_ => new List<int>())];
    private readonly int[] _writerOf = [.. Enumerable.Repeat(Unmatched, readers)];

    public void Allow(int writer, int reader) => _allowed[writer].Add(reader);

    /// <summary>The pairs of a largest matching, by reader; of some matching when the budget ends.</summary>
    public IReadOnlyList<(int Writer, int Reader)> Maximum()
    {
        for (var writer = 0; writer < writers && !budget.IsExhausted; writer++)
            Match(writer);
        return [.. _writerOf.Index().Where(it => it.Item != Unmatched).Select(it => (it.Item, it.Index))];
    }

    private void Match(int first)
    {
        // By reader: the writer from which the search came to it.
        var cameFrom = new Dictionary<int, int>();
        var rest = new Queue<int>([first]);
        while (rest.TryDequeue(out var writer))
        {
            foreach (var reader in _allowed[writer])
            {
                if (!budget.TrySpend())
                    return;
                if (!cameFrom.TryAdd(reader, writer))
                    continue;
                if (_writerOf[reader] == Unmatched)
                {
                    Augment(reader, first, cameFrom);
                    return;
                }
                rest.Enqueue(_writerOf[reader]);
            }
        }
    }

    // Hands each reader of the path to the writer that found it, back to the one that the search began with.
    private void Augment(int reader, int first, Dictionary<int, int> cameFrom)
    {
        var freed = reader;
        while (true)
        {
            var writer = cameFrom[freed];
            var previous = Array.IndexOf(_writerOf, writer);
            _writerOf[freed] = writer;
            if (writer == first)
                return;
            freed = previous;
        }
    }
}
