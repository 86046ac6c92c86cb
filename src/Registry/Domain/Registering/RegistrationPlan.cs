using Registry.Schemas;

namespace Registry.Domain;

/// <summary>The records of a registration, in the order in which the reference writes them (spec 6.2).</summary>
public static class RegistrationPlan
{
    public static Plan<RegisteredSchema> For(RegistryState state, Subject subject, SchemaVersion version, SchemaId id, StoredSchema schema)
    {
        List<TopicRecord> records = [];
        if (!subject.IsInDefaultContext && !state.NamedContexts.Contains(subject.Context))
            records.Add(new ContextRecord(subject.Context, Exists: true));
        if (state.Find(subject) is { } versions)
        {
            records.AddRange(versions.Versions
                .Where(earlier => earlier.Deleted && earlier.Id == id && earlier.Version < version && state.ReferrersOf(earlier.Key).IsEmpty)
                .Select(superseded => new SchemaRecord(subject, superseded.Version, Value: null)));
        }
        records.Add(new SchemaRecord(subject, version, new(id, schema, Deleted: false)));
        return new([.. records], new(subject, version, id, schema, Stored: null));
    }
}
