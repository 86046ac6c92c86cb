using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Registry.Domain;
using Registry.Schemas;
using Registry.Tests.Domain;
using Registry.Topic;

namespace Registry.Tests.Writing;

/// <summary>Writer and follower over a topic in memory.</summary>
internal sealed class WritePath : IAsyncDisposable
{
    private WritePath(InMemoryTopic topic, WriterOptions options, ILeadership leadership)
    {
        Topic = topic;
        Follower = new(topic, TimeProvider.System, NullLogger<Follower>.Instance);
        var catchUp = new SharedCatchUp(Follower, TimeProvider.System, NullLogger<SharedCatchUp>.Instance);
        Writer = new(Follower, leadership, catchUp, options, TimeProvider.System, NullLogger<SchemaWriter>.Instance);
    }

    public InMemoryTopic Topic { get; }

    public Follower Follower { get; }

    public SchemaWriter Writer { get; }

    public RegistryState State => Follower.Current;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<WritePath> StartAsync(WriterOptions? options = null, InMemoryTopic? topic = null, ILeadership? leadership = null)
    {
        var path = new WritePath(topic ?? new InMemoryTopic(), options ?? new WriterOptions(), leadership ?? new SoleLeader());
        await path.Follower.StartAsync(Token);
        await path.Writer.StartAsync(Token);
        return path;
    }

    /// <summary>Queued when this returns, where a queue has room: the task ends with the answer, or the code and message of the refusal.</summary>
    public async Task<string> RegisterAsync(string subject, string text, int version = 0)
    {
        var ahead = new CheckedAhead();
        var request = new RegistrationRequest(Subject.Parse(subject), Tests.Domain.Schemas.Submitted(text), version, Id: null, Normalize: false, Force: false);
        var outcome = await Writer.WriteAsync(state => Rules.Registration.Decide(state, request, ahead), Token);
        return outcome.TryGet(out var registered, out var refusal) ? $"version {registered.Version}, id {registered.Id}" : $"{(int)refusal.Code} {refusal.Message}";
    }

    public async Task<string> DeleteAsync(string subject, bool permanent)
    {
        var outcome = await Writer.WriteAsync(state => Deletion.DecideSubject(state, Subject.Parse(subject), permanent), Token);
        return outcome.TryGet(out var versions, out var refusal) ? string.Join(',', versions) : $"{(int)refusal.Code} {refusal.Message}";
    }

    /// <summary>A decision that always writes one record.</summary>
    public static Result<Plan<string>, RegistryError> Harmless(RegistryState state) => new Plan<string>("", new ModeRecord(Subject.Default, Value: null));

    public IEnumerable<string> Keys() => Topic.Records.Select(record => Encoding.UTF8.GetString(record.Key));

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        await Follower.StopAsync(CancellationToken.None);
        Writer.Dispose();
        Follower.Dispose();
    }
}
