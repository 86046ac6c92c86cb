namespace Registry.Domain;

/// <summary>Who leads, where several nodes share a topic.</summary>
/// <param name="Leader">The URL at which other nodes reach it.</param>
/// <param name="Offset">Where it last said so; every batch before was committed, or has been made up for.</param>
public sealed record Term(Uri Leader, long Offset);
