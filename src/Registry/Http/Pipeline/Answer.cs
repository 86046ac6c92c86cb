using System.Text;
using System.Text.Json;
using Registry.Domain;

namespace Registry.Http;

/// <summary>What a request is answered with, and how that gets to the wire.</summary>
public abstract class Answer
{
    public static readonly Answer EmptyObject = Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    public static readonly Answer NoContent = new NoContentAnswer();

    protected virtual int Status { get; private init; } = StatusCodes.Status200OK;

    /// <summary>Whether it says that there is no such thing, as far as the state it was made from knows.</summary>
    public bool IsNotFound => Status == StatusCodes.Status404NotFound;

    /// <param name="entityTag">Names what the body says, for a client that asks whether what it has still holds; null where nobody would ask.</param>
    public static Answer Json(Action<Utf8JsonWriter> write, string? entityTag = null) => new JsonAnswer(write) { EntityTag = entityTag };

    /// <summary>A JSON array, sent while it is written: however long it is, little of it is in memory.</summary>
    public static Answer List<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => new ListAnswer<T>(items, write);

    /// <summary>A JSON array of strings.</summary>
    public static Answer List(IEnumerable<string> items) => List(items, static (json, item) => json.WriteStringValue(item));

    /// <summary>A JSON array of numbers.</summary>
    public static Answer List(IEnumerable<int> items) => List(items, static (json, item) => json.WriteNumberValue(item));

    public static Answer Json(Action<Utf8JsonWriter> write, int status) => new JsonAnswer(write) { Status = status };

    /// <summary>A text as it stands, labelled as JSON all the same (spec 1.1).</summary>
    public static Answer Text(string text, string? entityTag = null) => new BytesAnswer(Encoding.UTF8.GetBytes(text)) { EntityTag = entityTag };

    public static implicit operator Answer(RegistryError error) => new ErrorAnswer(error);

    /// <param name="typed">False where the reference names no type, though the body is JSON (spec 1.1).</param>
    public abstract Task WriteAsync(HttpContext context, bool typed = true);

    private sealed class NoContentAnswer : Answer
    {
        public override Task WriteAsync(HttpContext context, bool typed = true)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
    }

    /// <summary>One with a body that is there at once: status, negotiated type, length, body.</summary>
    private abstract class WholeAnswer : Answer
    {
        public string? EntityTag { get; init; }

        public override async Task WriteAsync(HttpContext context, bool typed = true)
        {
            var response = context.Response;
            if (EntityTag is { } tag)
            {
                response.Headers.ETag = tag;
                if (EntityTags.IsHeld(context.Request, tag))
                {
                    response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }
            }
            using var body = PooledBody.Rent();
            Write(body);
            response.StatusCode = Status;
            response.ContentType = typed ? MediaTypes.Negotiated(context) : null;
            response.ContentLength = body.Written.Length;
            // Kestrel would count the body of a HEAD answer as written and fail the request.
            if (!HttpMethods.IsHead(context.Request.Method))
                await response.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
        }

        protected abstract void Write(PooledBody body);
    }

    private sealed class JsonAnswer(Action<Utf8JsonWriter> write) : WholeAnswer
    {
        protected override void Write(PooledBody body) => body.WriteJson(write);
    }

    private sealed class BytesAnswer(byte[] bytes) : WholeAnswer
    {
        protected override void Write(PooledBody body) => body.WriteBytes(bytes);
    }

    private sealed class ListAnswer<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) : Answer
    {
        // Large enough that the cost of a write does not matter, small enough that the first bytes leave at once.
        private const int PartLength = 16 * 1024;

        public override async Task WriteAsync(HttpContext context, bool typed = true)
        {
            using var rest = items.GetEnumerator();
            using var body = PooledBody.Rent();
            body.WriteJson(static json => json.WriteStartArray());
            var isWhole = body.WriteWhile(json => WriteNext(json, rest), PartLength);
            var response = context.Response;
            response.ContentType = typed ? MediaTypes.Negotiated(context) : null;
            // The length of a longer one is not known before its end.
            if (isWhole)
                response.ContentLength = body.Written.Length;
            if (HttpMethods.IsHead(context.Request.Method))
                return;
            await response.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
            while (!isWhole)
            {
                body.Sent();
                isWhole = body.WriteWhile(json => WriteNext(json, rest), PartLength);
                await response.BodyWriter.WriteAsync(body.Written, context.RequestAborted);
            }
        }

        private bool WriteNext(Utf8JsonWriter json, IEnumerator<T> rest)
        {
            if (rest.MoveNext())
            {
                write(json, rest.Current);
                return true;
            }
            json.WriteEndArray();
            return false;
        }
    }

    private sealed class ErrorAnswer(RegistryError error) : WholeAnswer
    {
        public override Task WriteAsync(HttpContext context, bool typed = true)
        {
            context.RequestServices.GetRequiredService<RequestMetrics>().Refused(error.Code);
            return base.WriteAsync(context, typed);
        }

        protected override int Status => error.HttpStatus;

        protected override void Write(PooledBody body) => body.WriteJson(writer => ErrorJson.Write(writer, error));
    }
}
