namespace Registry.Domain;

/// <summary>A record of the topic that counts for nothing.</summary>
public sealed record SkippedRecord(long Offset, string Reason);
