using Registry.Topic;
using static Registry.Tests.Topic.TopicDirectory;

namespace Registry.Tests.Topic;

/// <summary>A damaged file never opens as if it held less than was written to it, and is never changed by the attempt.</summary>
public sealed class Damaged : IDisposable
{
    private readonly TopicDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(10_000)]
    [InlineData(-4096)]
    [InlineData(-1)]
    public async Task A_truncated_file_stops_the_start_and_stays_as_it_is(int length)
    {
        var whole = await WriteAsync();
        var damaged = whole[..(length > 0 ? length : length == 0 ? 0 : whole.Length + length)];
        await File.WriteAllBytesAsync(_directory.Database, damaged, Token);

        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync());

        Assert.StartsWith($"'{_directory.Database}' is damaged (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(_directory.Database, Token));
    }

    [Fact]
    public async Task A_file_of_other_bytes_stops_the_start()
    {
        await File.WriteAllTextAsync(_directory.Database, new string('x', 10_000), Token);

        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync());

        Assert.Contains("it does not begin as a SQLite database does", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_its_database_stops_the_start()
    {
        await File.WriteAllTextAsync(_directory.Database + "-wal", "left over", Token);

        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => _directory.OpenAsync());

        Assert.Contains("it is missing while", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_directory.Database));
    }

    [Fact]
    public async Task A_record_whose_bytes_have_changed_is_not_served()
    {
        var bytes = await WriteAsync();
        // In every place: pages that SQLite has split keep old copies in their unused part.
        for (int at; (at = bytes.AsSpan().IndexOf("some content"u8)) >= 0;)
            bytes[at] ^= 1;
        await File.WriteAllBytesAsync(_directory.Database, bytes, Token);

        await using var topic = await _directory.OpenAsync();
        var refused = await Assert.ThrowsAsync<TopicUnavailableException>(() => AllAsync(topic));

        Assert.Contains("does not have its checksum", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("some content", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flipped_bit_anywhere_is_refused_or_changes_nothing()
    {
        var whole = await WriteAsync();
        var expected = await ReadAsync();
        var random = new Random(7);
        var refused = 0;
        for (var round = 0; round < 200; round++)
        {
            var bytes = whole.ToArray();
            // The header and the roots of the tables, where a bit does the most, get half of the flips.
            bytes[random.Next(0, round % 2 == 0 ? 4096 * 3 : bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(_directory.Database, bytes, Token);
            try
            {
                Assert.Equal(expected, await ReadAsync());
            }
            catch (TopicUnavailableException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 50, 199);
    }

    private async Task<string> ReadAsync()
    {
        await using var topic = await _directory.OpenAsync();
        return string.Join('\n', await TextAsync(topic));
    }

    private async Task<byte[]> WriteAsync()
    {
        await using (var topic = await _directory.OpenAsync())
        {
            for (var i = 0; i < 40; i++)
                await topic.AppendAsync([Record($"key {i}", $"some content {new string('x', i * 50)}"), Record($"other {i}", i % 5 == 0 ? null : "small")], Token);
        }
        return await File.ReadAllBytesAsync(_directory.Database, Token);
    }
}
