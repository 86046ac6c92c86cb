using Registry.Schemas;

namespace Registry.Domain;

/// <summary>What a record of the topic says (spec 6.1). A null value is a tombstone: the key's entry is gone.</summary>
public abstract record TopicRecord;

public sealed record SchemaRecord(Subject Subject, SchemaVersion Version, SchemaValue? Value) : TopicRecord;

public sealed record SchemaValue(SchemaId Id, StoredSchema Schema, bool Deleted);

/// <param name="Scope">A subject, or a whole context.</param>
public sealed record ConfigRecord(Subject Scope, Config? Value) : TopicRecord;

/// <param name="Scope">A subject, or a whole context.</param>
public sealed record ModeRecord(Subject Scope, Mode? Value) : TopicRecord;

/// <summary>Soft-deletes all versions of a subject up to a watermark.</summary>
public sealed record DeleteSubjectRecord(Subject Subject, SchemaVersion Watermark) : TopicRecord;

/// <summary>Forgets all versions of a subject, of a whole context, or (the default context) of every context.</summary>
public sealed record ClearSubjectRecord(Subject Scope) : TopicRecord;

public sealed record ContextRecord(string Context, bool Exists) : TopicRecord;

public sealed record AssociationRecord(AssociationKey Key, AssociationValue? Value) : TopicRecord
{
    public static AssociationRecord Of(Association it) =>
        new(it.Key, new(it.ResourceId, it.Guid, it.Lifecycle, it.Frozen, it.CreateTime == 0 ? null : it.CreateTime));
}

/// <param name="CreateTime">Null in the record that makes the association: it is the record's own time.</param>
public sealed record AssociationValue(string ResourceId, string Guid, Lifecycle Lifecycle, bool Frozen, long? CreateTime);

/// <summary>Remembers the highest id that a context gave out. It travels as a NOOP, which every other reader skips.</summary>
public sealed record HighestIdRecord(string Context, SchemaId Id) : TopicRecord;

/// <summary>
/// Says who leads, and that every batch before it was committed or has been made up for, so that also a reader who knows nothing of
/// transactions has the right state here. The first of its leader begins a term. It travels as a NOOP.
/// </summary>
/// <param name="Leader">The URL at which other nodes reach it.</param>
public sealed record TermRecord(Uri Leader) : TopicRecord;

/// <summary>A record that other servers write and this one has no use for; kept in the topic.</summary>
public sealed record IgnoredRecord : TopicRecord
{
    public static readonly IgnoredRecord Instance = new();
}

/// <summary>A record that nobody can read; kept in the topic, skipped and counted.</summary>
public sealed record MalformedRecord(string Reason) : TopicRecord;
