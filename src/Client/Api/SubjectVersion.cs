namespace Registry.Client;

/// <summary>A place where a schema is registered.</summary>
public sealed record SubjectVersion(string Subject, int Version);

/// <summary>The number that a schema has in a context, which is named as <c>.context</c>, the default one as <c>.</c>.</summary>
public sealed record ContextId(string Context, int Id);
