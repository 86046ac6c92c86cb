using System.Globalization;
using System.Net.Http.Json;

namespace Registry.Tests.Processes;

/// <summary>
/// The promise of the first page: what is acknowledged survives kill -9. <c>KILL_ROUNDS</c> asks for more rounds than the few of every day.
/// </summary>
public sealed class Killing : IDisposable
{
    private const int Callers = 8;

    private static readonly int s_rounds = int.Parse(Environment.GetEnvironmentVariable("KILL_ROUNDS") ?? "5", CultureInfo.InvariantCulture);

    private readonly DataDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_killed_server_has_all_it_acknowledged_when_it_starts_again()
    {
        var random = new Random(1);
        using var acknowledged = new Acknowledged();
        await AllowAnyChangeAsync();
        for (var round = 0; round < s_rounds; round++)
        {
            using var server = await ServerProcess.StartAsync(_directory.Path);
            await acknowledged.AssertKeptAsync(server.Http);
            var registering = acknowledged.RegisterUntilGoneAsync(server.Http, Callers, round);
            await Task.WhenAny(registering, acknowledged.MoreAsync(random.Next(1, 200)));
            await server.KillAsync();
            await registering;
        }
        using var last = await ServerProcess.StartAsync(_directory.Path);
        await acknowledged.AssertKeptAsync(last.Http);
        Assert.True(acknowledged.Count >= s_rounds);
    }

    [Fact]
    public async Task A_server_that_is_asked_to_end_while_it_is_busy_ends_well_and_keeps_what_it_acknowledged()
    {
        await AllowAnyChangeAsync();
        using var acknowledged = new Acknowledged();
        using (var server = await ServerProcess.StartAsync(_directory.Path))
        {
            var registering = acknowledged.RegisterUntilGoneAsync(server.Http, Callers, round: 0);
            await Task.WhenAny(registering, acknowledged.MoreAsync(100));
            Assert.Equal(0, await server.StopAsync());
            await registering;
        }
        using var next = await ServerProcess.StartAsync(_directory.Path);
        await acknowledged.AssertKeptAsync(next.Http);
    }

    private async Task AllowAnyChangeAsync()
    {
        using var server = await ServerProcess.StartAsync(_directory.Path);
        using var answer = await server.Http.PutAsJsonAsync("/config", new { compatibility = "NONE" }, Token);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal(0, await server.StopAsync());
    }
}
