using System.Collections.Immutable;
using System.Text;
using Registry.Domain;
using Registry.Schemas;
using Registry.Topic;

namespace Registry.Tests.Domain;

/// <summary>What a decision came to.</summary>
/// <param name="Said">The answer, or "code message" of a refusal.</param>
/// <param name="Appended">What it appends.</param>
/// <param name="Next">The state once the records are part of it.</param>
internal sealed record Outcome(string Said, ImmutableArray<TopicRecord> Appended, RegistryState Next)
{
    public int Code => int.Parse(Said.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The records as <c>key=value</c> each, a tombstone without a value.</summary>
    public ImmutableArray<string> Records => [.. Appended.Select(Text)];

    public static Outcome Of<T>(RegistryState state, Result<Plan<T>, RegistryError> decision, Func<T, string> say)
    {
        if (!decision.TryGet(out var plan, out var refusal))
            return new($"{(int)refusal.Code} {refusal.Message}", [], state);
        return new(say(plan.Answer), plan.Records, plan.Records.Aggregate(state, Fold));
    }

    /// <summary>One more record in the topic; its place is its time.</summary>
    public static RegistryState Fold(RegistryState state, TopicRecord record)
    {
        var builder = new StateBuilder(state);
        builder.Apply(record, state.Offset + 1, timestamp: state.Offset + 1);
        return builder.ToState();
    }

    public static string Text(TopicRecord record)
    {
        var (key, value, _) = RecordCodec.Encode(record);
        return $"{Encoding.UTF8.GetString(key)}={(value is null ? "" : Encoding.UTF8.GetString(value))}";
    }
}
