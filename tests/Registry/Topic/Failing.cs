using Microsoft.Data.Sqlite;
using Registry.Topic;
using Registry.Topic.Embedded;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Failing : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_batch_that_fails_midway_leaves_nothing_and_the_next_one_takes_its_offsets()
    {
        await using var topic = await _directory.OpenAsync();
        await topic.AppendAsync([Record("a", "1")], Token);
        // Stands for whatever SQLite may refuse in the middle of a transaction.
        Execute("""CREATE TRIGGER broken BEFORE INSERT ON record WHEN NEW."offset" = 2 BEGIN SELECT RAISE(ABORT, 'broken'); END""");

        var failed = await Assert.ThrowsAsync<AppendFailedException>(() => topic.AppendAsync([Record("b", "1"), Record("c", "1"), Record("d", "1")], Token));
        Assert.StartsWith("The batch was not appended. ", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["0 a=1"], await TextAsync(topic));
        Assert.Equal(1, await topic.EndOffsetAsync(Token));

        Execute("DROP TRIGGER broken");
        Assert.Equal(2, await topic.AppendAsync([Record("e", "1"), Record("f", "1")], Token));
        Assert.Equal(["0 a=1", "1 e=1", "2 f=1"], await TextAsync(topic));
    }

    [Fact]
    public async Task A_full_disk_fails_appends_and_they_go_on_by_themselves_when_there_is_room()
    {
        using var disk = await SmallDisk.MountAsync(_directory.Path, "1m");
        var batch = new[] { Record("a", new string('x', 20_000)), Record("b", new string('y', 20_000)) };
        List<StoredRecord> kept;
        await using (var topic = await _directory.OpenAsync(disk.Path))
        {
            var failed = await FillAsync(topic, batch);
            Assert.Equal($"The batch was not appended. The disk that holds '{disk.Path}' is full: free some space.", failed.Message);
            await Assert.ThrowsAsync<AppendFailedException>(() => topic.AppendAsync(batch, Token));
            var end = await topic.EndOffsetAsync(Token);
            Assert.Equal(end, (await AllAsync(topic)).Count);

            await disk.ResizeAsync("8m");
            Assert.Equal(end + 1, await topic.AppendAsync(batch, Token));
            kept = await AllAsync(topic);
        }
        await using var again = await _directory.OpenAsync(disk.Path);
        Assert.Equal(kept.Count, (await AllAsync(again)).Count);
    }

    [Fact]
    public async Task A_directory_on_a_full_disk_is_refused_with_what_to_do()
    {
        using var disk = await SmallDisk.MountAsync(_directory.Path, "64k");
        await File.WriteAllBytesAsync(Path.Combine(disk.Path, "other"), new byte[60 * 1024], Token);

        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync(disk.Path));

        Assert.Contains("free some space", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_file_system_is_refused_with_what_to_do()
    {
        using var disk = await SmallDisk.MountAsync(_directory.Path, "1m");
        await using (await _directory.OpenAsync(disk.Path))
        {
        }
        await disk.MakeReadOnlyAsync();

        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync(disk.Path));

        Assert.StartsWith($"The data directory '{disk.Path}' cannot be written: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Syncs_that_fail_never_lose_an_acknowledged_batch_nor_keep_a_failed_one()
    {
        // The writing thread's syncs 20 to 23: the sync of one batch with the attempt to settle it, and the same of the next.
        using var writer = await WriterProcess.StartUnderFaultAsync(_directory.Path, ["0", "39"], "fsync:error=EIO:when=20..23");
        var said = new Dictionary<int, string>();
        while (said.Count < 40)
        {
            var words = (await writer.ReadLineAsync())!.Split(' ');
            said.Add(int.Parse(words[1]), words[0]);
        }
        await writer.KillAsync();
        Assert.Contains(nameof(AppendOutcomeUnknownException), said.Values, StringComparer.Ordinal);

        await using var topic = await _directory.OpenAsync();
        var history = WriterHistory.Of(await AllAsync(topic));
        Assert.All(history.Batches, batch => Assert.Equal(0, batch.Value));
        Assert.All(said, batch => Assert.Equal(string.Equals(batch.Value, "acknowledged", StringComparison.Ordinal), history.Batches.ContainsKey(batch.Key)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_batch_that_was_told_to_have_failed_does_not_come_back_after_a_kill()
    {
        // One sync fails and the next, that settles the batch, succeeds: by then the batch's pages are in the log, its commit included.
        using var writer = await WriterProcess.StartUnderFaultAsync(_directory.Path, ["0", "failure"], "fsync:error=EIO:when=12");
        string said;
        var number = 0;
        while ((said = (await writer.ReadLineAsync())!).StartsWith("acknowledged", StringComparison.Ordinal))
            number++;
        await writer.KillAsync();
        Assert.Equal($"{nameof(AppendFailedException)} {number}", said);

        await using var topic = await _directory.OpenAsync();
        var history = WriterHistory.Of(await AllAsync(topic));
        Assert.Equal(Enumerable.Range(0, number), history.Batches.Keys.Order());
        Assert.Equal(number - 1, history.Shared);
    }

    private static async Task<AppendFailedException> FillAsync(EmbeddedSchemasTopic topic, NewRecord[] batch)
    {
        for (var i = 0; i < 1000; i++)
        {
            try
            {
                await topic.AppendAsync(batch, Token);
            }
            catch (AppendFailedException e)
            {
                return e;
            }
        }
        throw new InvalidOperationException("The small disk took everything.");
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_directory.Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
