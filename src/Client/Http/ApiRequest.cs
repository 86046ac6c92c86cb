namespace Registry.Client;

/// <summary>A request to any node.</summary>
/// <param name="Body">JSON, or null for none.</param>
internal sealed record ApiRequest(HttpMethod Method, ApiPath Path, byte[]? Body = null)
{
    /// <summary>Whether it may be sent again when it is not known what became of it. Registering and configuring twice is the same as once; of a second deletion the answer is another.</summary>
    public bool IsRepeatable => Method != HttpMethod.Delete;

    public override string ToString() => $"{Method} {Path}";
}
