using System.Runtime.CompilerServices;

namespace Registry.Topic.Embedded;

/// <summary>A topic that is still being opened, which takes as long as its file is large: whoever uses it waits for that.</summary>
internal sealed class OpeningTopic(Task<ISchemasTopic> opening) : ISchemasTopic
{
    public async Task<long> AppendAsync(IReadOnlyList<NewRecord> batch, CancellationToken cancellationToken) =>
        await (await OpenedAsync(cancellationToken)).AppendAsync(batch, cancellationToken);

    public async Task<long> EndOffsetAsync(CancellationToken cancellationToken) =>
        await (await OpenedAsync(cancellationToken)).EndOffsetAsync(cancellationToken);

    public async IAsyncEnumerable<TopicChunk> ReadAsync(long fromOffset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var chunk in (await OpenedAsync(cancellationToken)).ReadAsync(fromOffset, cancellationToken))
            yield return chunk;
    }

    public async ValueTask DisposeAsync()
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
            await (await OpenedAsync(CancellationToken.None)).DisposeAsync();
    }

    private Task<ISchemasTopic> OpenedAsync(CancellationToken cancellationToken) => opening.WaitAsync(cancellationToken);
}
