using System.Collections.Immutable;

namespace Registry.Domain;

/// <summary>What a decision wants: records to append, as one batch, and what to answer once they stand in the topic.</summary>
public sealed record Plan<T>(ImmutableArray<TopicRecord> Records, T Answer)
{
    public Plan(T answer, params ReadOnlySpan<TopicRecord> records)
        : this([.. records], answer)
    {
    }
}
