using Microsoft.Data.Sqlite;
using Registry.Topic;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

public sealed class Opening : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_directory_that_is_absent_is_created()
    {
        await using var topic = await _directory.OpenAsync(Path.Combine(_directory.Path, "deeper", "still"));

        Assert.Equal(0, await topic.AppendAsync([Record("a", "1")], Token));
    }

    [Fact]
    public async Task A_second_opener_in_the_same_process_is_refused_until_the_first_closes()
    {
        await using (await _directory.OpenAsync())
        {
            var refused = await RefusedAsync(_directory.Path);
            Assert.Equal($"The data directory '{_directory.Path}' is in use by this very process (pid {Environment.ProcessId}). "
                + "One process at a time may use it: stop the other one, or give this one a data directory of its own.", refused);
        }
        await using var again = await _directory.OpenAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_second_process_is_refused_with_the_pid_of_the_first_until_that_is_killed()
    {
        using (var writer = await WriterProcess.StartAsync(_directory.Path, []))
        {
            Assert.Contains($"is in use by another process (pid {writer.Id}). ", await RefusedAsync(_directory.Path), StringComparison.Ordinal);
            await writer.KillAsync();
        }
        await using var topic = await _directory.OpenAsync();
    }

    [Fact]
    public async Task A_data_directory_that_is_a_file_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "", Token);

        Assert.Equal($"The data directory '{file}' is a file. Move it away or name another data directory.", await RefusedAsync(file));
    }

    [Fact]
    public async Task A_data_directory_below_a_file_is_refused()
    {
        var file = Path.Combine(_directory.Path, "file");
        await File.WriteAllTextAsync(file, "", Token);

        Assert.Contains("cannot be created", await RefusedAsync(Path.Combine(file, "data")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_SQLite_file_of_another_program_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE someones (thing)");
        var before = await File.ReadAllBytesAsync(_directory.Database, Token);

        Assert.Contains("is a SQLite database, but not a schema registry's", await RefusedAsync(_directory.Path), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_directory.Database, Token));
    }

    [Fact]
    public async Task A_file_of_a_newer_layout_is_refused()
    {
        await using (await _directory.OpenAsync())
        {
        }
        Execute("PRAGMA user_version = 2");

        Assert.Contains("was written by a newer registry (layout 2; this one knows 1)", await RefusedAsync(_directory.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_was_cut_off_while_it_made_the_database_makes_it_anew()
    {
        await File.WriteAllTextAsync(_directory.Database + ".new", "half a database", Token);

        await using var topic = await _directory.OpenAsync();

        Assert.Equal(0, await topic.AppendAsync([Record("a", "1")], Token));
    }

    [Fact]
    public async Task A_refused_opener_lets_go_of_the_directory()
    {
        await File.WriteAllTextAsync(_directory.Database, "", Token);
        await RefusedAsync(_directory.Path);
        File.Delete(_directory.Database);

        await using var topic = await _directory.OpenAsync();
    }

    [Fact]
    public async Task A_cancelled_opening_lets_go_of_the_directory()
    {
        await using (await _directory.OpenAsync())
        {
        }
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _directory.OpenAsync(_directory.Path, cancellationToken: new CancellationToken(canceled: true)));

        await using var topic = await _directory.OpenAsync();
    }

    private async Task<string> RefusedAsync(string path) => (await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync(path))).Message;

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
