using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Registry.Topic;

/// <summary>Decodes chunks while the next ones are read and the last one is folded: a long topic keeps all processors busy.</summary>
internal static class DecodingAhead
{
    private const int ChunksAhead = 4;

    // What one write brings is decoded on the spot.
    private const int FewRecords = 16;

    /// <summary>The chunks in their order. What reading them throws comes after the last whole one.</summary>
    public static async IAsyncEnumerable<DecodedChunk> DecodeAsync(this IAsyncEnumerable<TopicChunk> chunks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ahead = Channel.CreateBounded<Task<DecodedChunk>>(new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(chunks, ahead.Writer, stopping.Token);
        try
        {
            while (await ahead.Reader.WaitToReadAsync(cancellationToken))
            {
                while (ahead.Reader.TryRead(out var decoding))
                    yield return await decoding;
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(IAsyncEnumerable<TopicChunk> chunks, ChannelWriter<Task<DecodedChunk>> ahead, CancellationToken cancellationToken)
    {
        Exception? fault = null;
        try
        {
            await foreach (var chunk in chunks.WithCancellation(cancellationToken))
                await ahead.WriteAsync(Decoding(chunk), cancellationToken);
        }
        catch (Exception e)
        {
            fault = e;
        }
        ahead.Complete(fault);
    }

    private static Task<DecodedChunk> Decoding(TopicChunk chunk) =>
        chunk.Records.Count < FewRecords ? Task.FromResult(DecodedChunk.Of(chunk)) : Task.Run(() => DecodedChunk.Of(chunk));
}

/// <param name="NextOffset">That of the <see cref="TopicChunk"/>.</param>
internal sealed record DecodedChunk(DecodedRecord[] Records, long NextOffset)
{
    /// <summary>Disposes of what is decoded: nothing keeps a part of a value.</summary>
    public static DecodedChunk Of(TopicChunk chunk)
    {
        using (chunk)
            return new(Folding.Decode(chunk.Records), chunk.NextOffset);
    }
}
