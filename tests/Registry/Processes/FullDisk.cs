using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Registry.Tests.Topic;

namespace Registry.Tests.Processes;

public sealed class FullDisk : IDisposable
{
    private readonly DataDirectory _directory = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_server_without_room_refuses_to_write_reads_on_and_goes_on_once_there_is_room()
    {
        using var disk = await SmallDisk.MountAsync(_directory.Path, "1m");
        var last = 0;
        using (var server = await ServerProcess.StartAsync(disk.Path))
        {
            HttpResponseMessage answer;
            while ((answer = await RegisterAsync(server.Http, last + 1)).IsSuccessStatusCode)
                last++;
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            var refusal = (await answer.Content.ReadFromJsonAsync<JsonObject>(Token))!;
            Assert.Equal(50001, (int)refusal["error_code"]!);
            Assert.Contains("is full: free some space", (string)refusal["message"]!, StringComparison.Ordinal);
            Assert.Equal(last, await CountAsync(server.Http));

            await disk.ResizeAsync("8m");
            Assert.True((await RegisterAsync(server.Http, ++last)).IsSuccessStatusCode);
            await server.KillAsync();
        }
        using var next = await ServerProcess.StartAsync(disk.Path);
        Assert.Equal(last, await CountAsync(next.Http));
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient http, int number)
    {
        var schema = $$"""{"type":"record","name":"R","doc":"{{number}} {{new string('x', 20_000)}}","fields":[]}""";
        return http.PostAsJsonAsync("/subjects/s/versions", new { schema }, Token);
    }

    private static async Task<int> CountAsync(HttpClient http) => (await http.GetFromJsonAsync<int[]>("/subjects/s/versions", Token))!.Length;
}
