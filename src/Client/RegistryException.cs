using System.Net;

namespace Registry.Client;

/// <summary>A registry refused a request, or none of its nodes could be reached.</summary>
public sealed class RegistryException : Exception
{
    public RegistryException(string message, HttpStatusCode? status, int errorCode, Exception? innerException = null)
        : base(message, innerException) => (Status, ErrorCode) = (status, errorCode);

    /// <summary>The status of the answer; null when there was none.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>The registry's code, such as 40403; where it gives none, the status; 0 when there was no answer.</summary>
    public int ErrorCode { get; }

    /// <summary>Whether the registry says that there is no such thing.</summary>
    public bool IsNotFound => Status == HttpStatusCode.NotFound;

    /// <summary>Whether the same request may succeed later: no answer, or one that speaks of the server's state, not of the request.</summary>
    public bool IsRetriable => Status is null || IsPassing(Status.Value);

    internal static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 429 or 500 or 502 or 503 or 504;
}
