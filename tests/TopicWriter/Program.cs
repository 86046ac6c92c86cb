using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Registry.Topic;
using Registry.Topic.Embedded;

// Opens the topic in the directory given first and says "open". With a second argument, appends batches from that number on, until it is
// killed, or has reached the number given third, or a batch fails if that is the word "failure". After each it says what was acknowledged,
// or how it failed. Batch n has 1 + n % 7 records of its own, each naming the batch's size, and one of a key that all batches share. Then it
// waits for its input to end.
var small = new EmbeddedTopicOptions { CheckpointPages = 20, WriteAheadLogPages = 60, CompactionMinimumRecords = 50, CompactionRatio = 0.1 };
await using var topic = await EmbeddedSchemasTopic.OpenAsync(args[0], small, TimeProvider.System, NullLogger<EmbeddedSchemasTopic>.Instance, CancellationToken.None);
Console.WriteLine("open");

if (args.Length > 1)
{
    var first = int.Parse(args[1]);
    var last = args.Length > 2 && int.TryParse(args[2], out var limit) ? limit : int.MaxValue;
    var untilFailure = args is [_, _, "failure"];
    for (var number = first; number <= last; number++)
    {
        var said = await AppendAsync(number);
        Console.WriteLine(said);
        if (untilFailure && !said.StartsWith("acknowledged", StringComparison.Ordinal))
            break;
    }
}
await Console.In.ReadToEndAsync();

async Task<string> AppendAsync(int number)
{
    var size = 1 + (number % 7);
    var own = Enumerable.Range(0, size).Select(i => Record($"batch {number} record {i} of {size}", new string('x', number * 37 % 3000)));
    try
    {
        var offset = await topic.AppendAsync([.. own, Record("shared", $"{number}")], CancellationToken.None);
        return $"acknowledged {number} {offset}";
    }
    catch (Exception e) when (e is AppendFailedException or AppendOutcomeUnknownException)
    {
        return $"{e.GetType().Name} {number}";
    }
}

static NewRecord Record(string key, string value) => new(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(value));
