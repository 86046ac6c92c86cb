using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Writing;

/// <summary>Commands of one batch are decided one after the other, as if each had been committed before the next.</summary>
public sealed class WithinOneBatch
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_new_schema_from_many_callers_becomes_one_version()
    {
        await using var path = await WritePath.StartAsync();
        var said = await TogetherAsync(path, () => Enumerable.Range(0, 64).Select(_ => path.RegisterAsync("s", A)));

        Assert.All(said, it => Assert.Equal("version 1, id 2", it));
        Assert.Equal(2, path.Topic.Records.Count);
    }

    [Fact]
    public async Task Of_two_schemas_that_exclude_each_other_the_second_is_refused()
    {
        await using var path = await WritePath.StartAsync();
        var said = await TogetherAsync(path, () => [path.RegisterAsync("s", A), path.RegisterAsync("s", Clash), path.RegisterAsync("s", B)]);

        Assert.Equal("version 1, id 2", said[0]);
        Assert.StartsWith("40901 ", said[1], StringComparison.Ordinal);
        Assert.Equal("version 2, id 3", said[2]);
    }

    [Fact]
    public async Task Of_two_callers_that_want_the_same_version_one_gets_it()
    {
        await using var path = await WritePath.StartAsync();
        await path.RegisterAsync("s", A);
        var said = await TogetherAsync(path, () => [path.RegisterAsync("s", B, version: 2), path.RegisterAsync("s", C, version: 2)]);

        Assert.Equal("version 2, id 3", said[0]);
        Assert.Equal("42201 Version is not one more than previous version", said[1]);
    }

    [Fact]
    public async Task A_subject_can_come_and_go_in_one_batch()
    {
        await using var path = await WritePath.StartAsync();
        await path.RegisterAsync("s", A);
        var said = await TogetherAsync(path, () => [path.DeleteAsync("s", permanent: false), path.RegisterAsync("s", B)]);

        // The second sees the subject without an active version.
        Assert.Equal(["1", "version 2, id 3"], said);
    }

    [Fact]
    public async Task A_record_that_is_too_large_fails_its_own_command_only()
    {
        await using var path = await WritePath.StartAsync(new() { LargestRecord = 1000 });
        var large = $$"""{"type":"record","name":"R","doc":"{{new string('x', 1000)}}","fields":[]}""";
        var said = await TogetherAsync(path, () => [path.RegisterAsync("s", A), path.RegisterAsync("t", large), path.RegisterAsync("u", B)]);

        Assert.Equal("version 1, id 2", said[0]);
        Assert.StartsWith("42209 Register operation failed because schema is too large", said[1], StringComparison.Ordinal);
        // What was refused has used up no id.
        Assert.Equal("version 1, id 3", said[2]);
    }

    [Fact]
    public async Task A_decision_that_throws_fails_its_own_command_only()
    {
        await using var path = await WritePath.StartAsync();
        var calls = 0;
        var said = await TogetherAsync(path, () =>
        {
            // The first decision is the caller's own look ahead.
            var broken = path.Writer.WriteAsync(state => ++calls == 1 ? WritePath.Harmless(state) : throw new InvalidOperationException("a bug"), Token)
                .ContinueWith(task => task.Exception!.InnerException!.Message, Token, TaskContinuationOptions.None, TaskScheduler.Default);
            return [broken, path.RegisterAsync("s", A)];
        });

        Assert.Equal(["a bug", "version 1, id 2"], said);
    }

    // A first command, held in the topic, makes the others wait together.
    private static async Task<string[]> TogetherAsync(WritePath path, Func<IEnumerable<Task<string>>> commands)
    {
        var held = path.Topic.HoldAsync();
        var first = path.RegisterAsync("first", """{"type":"fixed","name":"F","size":1}""");
        await held;
        var others = commands().ToList();
        path.Topic.Release();
        await first;
        var said = await Task.WhenAll(others);
        Assert.InRange(path.Topic.Batches.Count, 2, 3);
        return said;
    }
}
