using Registry.Topic;
using static Registry.Tests.Domain.Schemas;

namespace Registry.Tests.Writing;

/// <summary>What a process does with writes while it leads, and while it does not.</summary>
public sealed class Leading
{
    [Fact]
    public async Task A_fenced_append_ends_the_leadership_and_the_caller_learns_that_another_decides()
    {
        var role = new Role();
        await using var path = await WritePath.StartAsync(leadership: role);
        path.Topic.FailNext(Fault.Fenced);

        var error = await Assert.ThrowsAsync<NotLeaderException>(() => path.RegisterAsync("s", A));

        Assert.True(error.MayHaveHappened);
        Assert.False(role.IsLeader);
        Assert.Equal("another process writes", role.Reason);
    }

    [Theory]
    [InlineData(Fault.TakenBack, "a batch was taken back before anybody read it")]
    [InlineData(Fault.Stuck, "a batch was committed and cannot be read after 0.2 s")]
    internal async Task What_the_topic_took_and_nobody_can_read_is_not_acknowledged(Fault fault, string reason)
    {
        var role = new Role();
        await using var path = await WritePath.StartAsync(leadership: role);
        path.Topic.FailNext(fault);

        var error = await Assert.ThrowsAsync<NotLeaderException>(() => path.RegisterAsync("s", A));

        Assert.True(error.MayHaveHappened);
        Assert.Equal((false, reason), (role.IsLeader, role.Reason));
        role.IsLeader = true;
        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
    }

    [Fact]
    public async Task Who_does_not_lead_appends_nothing_and_refuses_nothing()
    {
        await using var path = await WritePath.StartAsync(leadership: new Role { IsLeader = false });

        Assert.False((await Assert.ThrowsAsync<NotLeaderException>(() => path.RegisterAsync("s", A))).MayHaveHappened);
        await Assert.ThrowsAsync<NotLeaderException>(() => path.RegisterAsync("s", "not a schema"));
        await Assert.ThrowsAsync<NotLeaderException>(() => path.DeleteAsync("unknown", permanent: false));
        Assert.Empty(path.Topic.Batches);
    }

    [Fact]
    public async Task Who_does_not_lead_answers_what_is_done_already()
    {
        var role = new Role();
        await using var path = await WritePath.StartAsync(leadership: role);
        await path.RegisterAsync("s", A);
        role.IsLeader = false;

        Assert.Equal("version 1, id 1", await path.RegisterAsync("s", A));
    }

    [Fact]
    public async Task What_waits_when_the_leadership_ends_is_not_written()
    {
        var role = new Role();
        await using var path = await WritePath.StartAsync(leadership: role);
        var held = path.Topic.HoldAsync();
        var begun = path.RegisterAsync("begun", A);
        await held;
        var waiting = path.RegisterAsync("waiting", B);
        role.IsLeader = false;
        path.Topic.Release();

        await begun;
        Assert.False((await Assert.ThrowsAsync<NotLeaderException>(() => waiting)).MayHaveHappened);
        Assert.Single(path.Topic.Records);
    }

    private sealed class Role : ILeadership
    {
        public bool IsLeader { get; set; } = true;

        public TimeSpan LongestReadBack => TimeSpan.FromMilliseconds(200);

        public string? Reason { get; private set; }

        public void StepDown(WriterLostException cause) => (IsLeader, Reason) = (false, cause.Message);
    }
}
