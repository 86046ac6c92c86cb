using Registry.Topic;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

/// <summary>The write-ahead log of a process that was killed, damaged before the next start.</summary>
public sealed class DamagedLog : IDisposable
{
    private const int LogHeaderLength = 32;
    private const int FrameLength = 24 + 4096;

    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_log_that_is_whole_gives_all_back()
    {
        var (expected, _) = await LeaveLogAsync();

        Assert.Equal(expected, await ReadAsync());
    }

    [Fact]
    public async Task A_torn_last_transaction_was_never_acknowledged_and_is_dropped()
    {
        var (expected, log) = await LeaveLogAsync();
        // A commit that a power failure has cut off: the pages of the first transaction once more, of which the last one is short.
        await File.WriteAllBytesAsync(Log, [.. log, .. log[LogHeaderLength..(LogHeaderLength + FrameLength)], .. new byte[1000]], Token);

        Assert.Equal(expected, await ReadAsync());
    }

    [Fact]
    public async Task A_flipped_bit_before_the_last_transactions_stops_the_start_and_leaves_the_files_as_they_are()
    {
        var (_, whole) = await LeaveLogAsync();
        var database = await File.ReadAllBytesAsync(_directory.Database, Token);
        var random = new Random(3);
        for (var round = 0; round < 100; round++)
        {
            var log = whole.ToArray();
            log[random.Next(0, log.Length - (12 * FrameLength))] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(Log, log, Token);

            var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync());

            Assert.Contains(Log, refused.Message, StringComparison.Ordinal);
            Assert.Equal(log, await File.ReadAllBytesAsync(Log, Token));
            Assert.Equal(database, await File.ReadAllBytesAsync(_directory.Database, Token));
        }
    }

    private string Log => _directory.Database + "-wal";

    private async Task<string> ReadAsync()
    {
        await using var topic = await _directory.OpenAsync();
        return string.Join('\n', await TextAsync(topic));
    }

    // What a kill leaves: the files as they are while the topic is open.
    private async Task<(string Content, byte[] Log)> LeaveLogAsync()
    {
        string content;
        byte[] database, log;
        await using (var topic = await _directory.OpenAsync())
        {
            for (var i = 0; i < 30; i++)
                await topic.AppendAsync([Record($"key {i}", new string('x', i * 100)), Record($"other {i}", "small")], Token);
            content = string.Join('\n', await TextAsync(topic));
            database = await File.ReadAllBytesAsync(_directory.Database, Token);
            log = await File.ReadAllBytesAsync(Log, Token);
        }
        await File.WriteAllBytesAsync(_directory.Database, database, Token);
        await File.WriteAllBytesAsync(Log, log, Token);
        return (content, log);
    }
}
