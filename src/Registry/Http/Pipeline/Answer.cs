using System.Text;
using System.Text.Json;
using Registry.Domain;

namespace Registry.Http;

/// <summary>What a request is answered with. One way to the wire for all: status, negotiated type, length, body.</summary>
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

    /// <summary>Names what the body says, for a client that asks whether what it has still holds; null where nobody would ask.</summary>
    public string? EntityTag { get; init; }

    public static Answer Json(Action<Utf8JsonWriter> write, string? entityTag = null) => new JsonAnswer(write) { EntityTag = entityTag };

    public static Answer Json(Action<Utf8JsonWriter> write, int status) => new JsonAnswer(write) { Status = status };

    /// <summary>A text as it stands, labelled as JSON all the same (spec 1.1).</summary>
    public static Answer Text(string text, string? entityTag = null) => new BytesAnswer(Encoding.UTF8.GetBytes(text)) { EntityTag = entityTag };

    public static implicit operator Answer(RegistryError error) => new ErrorAnswer(error);

    /// <param name="typed">False where the reference names no type, though the body is JSON (spec 1.1).</param>
    public virtual async Task WriteAsync(HttpContext context, bool typed = true)
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

    private sealed class NoContentAnswer : Answer
    {
        public override Task WriteAsync(HttpContext context, bool typed = true)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        protected override void Write(PooledBody body)
        {
        }
    }

    private sealed class JsonAnswer(Action<Utf8JsonWriter> write) : Answer
    {
        protected override void Write(PooledBody body) => body.WriteJson(write);
    }

    private sealed class BytesAnswer(byte[] bytes) : Answer
    {
        protected override void Write(PooledBody body) => body.WriteBytes(bytes);
    }

    private sealed class ErrorAnswer(RegistryError error) : Answer
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
