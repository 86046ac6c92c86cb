using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Killing : IDisposable
{
    private const int Rounds = 20;

    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact(Timeout = 120_000)]
    public async Task A_killed_process_loses_no_acknowledged_batch_and_leaves_no_partial_one()
    {
        var random = new Random(1);
        var acknowledged = new HashSet<int>();
        var next = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var line in await AppendUntilKilledAsync(next, random.Next(0, 60)))
                acknowledged.Add(int.Parse(line.Split(' ')[1]));

            await using var topic = await _directory.OpenAsync();
            var history = WriterHistory.Of(await AllAsync(topic));

            Assert.All(history.Batches, batch => Assert.Equal(0, batch.Value));
            Assert.Empty(acknowledged.Except(history.Batches.Keys));
            Assert.Equal(Enumerable.Range(0, history.Batches.Count), history.Batches.Keys.Order());
            Assert.Equal(history.Batches.Count - 1, history.Shared);
            next = history.Batches.Count;
        }
        Assert.True(acknowledged.Count > Rounds, "The rounds ended before they appended anything to speak of.");
    }

    private async Task<List<string>> AppendUntilKilledAsync(int first, int lines)
    {
        using var writer = await WriterProcess.StartAsync(_directory.Path, [$"{first}"]);
        var said = new List<string>();
        while (said.Count < lines)
            said.Add((await writer.ReadLineAsync())!);
        said.AddRange(await writer.KillAsync());
        Assert.All(said, line => Assert.StartsWith("acknowledged ", line, StringComparison.Ordinal));
        return said;
    }
}
