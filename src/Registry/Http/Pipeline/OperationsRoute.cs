namespace Registry.Http;

/// <summary>Marks an endpoint for operators: it is none of the API's, and its media types are its own.</summary>
public sealed class OperationsRoute
{
    public static readonly OperationsRoute Instance = new();
}
