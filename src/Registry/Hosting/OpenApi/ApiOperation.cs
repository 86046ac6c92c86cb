using System.Collections.Immutable;
using Microsoft.OpenApi;

namespace Registry.Hosting;

/// <summary>What the API's description says of one operation, beyond what its route says.</summary>
/// <param name="Response">A named schema, or one of the simple shapes of <see cref="ApiOperations"/>.</param>
/// <param name="Errors">Error codes beyond 500 and 50001 that the operation itself may answer with.</param>
public sealed record ApiOperation(string Summary, string Response, ImmutableArray<int> Errors)
{
    /// <summary>The status of success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>A named schema; null for an operation without a body.</summary>
    public string? Body { get; init; }

    public ImmutableArray<ApiParameter> Query { get; init; } = [];
}

/// <summary>A parameter of the query.</summary>
public sealed record ApiParameter(string Name, JsonSchemaType Type, string Meaning)
{
    /// <summary>Whether it may be given several times.</summary>
    public bool IsRepeated { get; init; }
}
