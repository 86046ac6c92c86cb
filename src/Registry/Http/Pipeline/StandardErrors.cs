using Registry.Domain;

namespace Registry.Http;

/// <summary>What the HTTP layer itself refuses (spec 1.2).</summary>
public static class StandardErrors
{
    public static readonly RegistryError NotFound = new(ErrorCode.NotFound, "HTTP 404 Not Found");
    public static readonly RegistryError MethodNotAllowed = new(ErrorCode.MethodNotAllowed, "HTTP 405 Method Not Allowed");
    public static readonly RegistryError NotAcceptable = new(ErrorCode.NotAcceptable, "HTTP 406 Not Acceptable");
    public static readonly RegistryError UnsupportedMediaType = new(ErrorCode.UnsupportedMediaType, "HTTP 415 Unsupported Media Type");
    public static readonly RegistryError BadContentType = new(ErrorCode.BadRequest, "Bad Request");
    public static readonly RegistryError NegativeOffset = new(ErrorCode.InternalServerError, "Internal Server Error");
    public static readonly RegistryError Internal = new(ErrorCode.InternalServerError, "Internal Server Error");

    public static RegistryError MissingBody(string argument) => new(ErrorCode.UnprocessableEntity, $"{argument} must not be null (was null)");

    public static RegistryError BadRequest(string message) => new(ErrorCode.BadRequest, message);

    /// <param name="fault">Why the topic cannot be read; null while it is being read.</param>
    public static RegistryError NotStarted(string? fault) => new(ErrorCode.NotStarted, fault is null
        ? "Not ready: the topic has not been read to its end yet; sending the same request again is safe"
        : $"Not ready: {fault}");

    public static RegistryError TooLarge(long limit) => new(ErrorCode.PayloadTooLarge, $"The request body is larger than {limit} bytes");
}
