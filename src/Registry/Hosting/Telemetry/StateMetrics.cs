using System.Diagnostics.Metrics;
using Registry.Domain;
using Registry.Topic;

namespace Registry.Hosting;

/// <summary>How much there is: counted when somebody looks, and once for each state.</summary>
public sealed class StateMetrics
{
    private readonly Follower _follower;
    private Counted _counted = new(RegistryState.Empty);

    public StateMetrics(IMeterFactory meters, Follower follower, ILeadership leadership)
    {
        _follower = follower;
        var meter = meters.Create(Telemetry.MeterName);
        meter.CreateObservableGauge("registry.subjects", () => Current.Subjects, description: "Subjects with an active version");
        meter.CreateObservableGauge("registry.versions", () => Current.Versions, description: "Versions, by whether they are soft-deleted");
        meter.CreateObservableGauge("registry.ids", () => Current.Ids, description: "Ids in use, by context and type of schema");
        meter.CreateObservableGauge("registry.topic.offset", () => follower.Current.Offset, description: "Offset of the last record that reads see");
        meter.CreateObservableGauge("registry.leader", () => leadership.IsLeader ? 1 : 0, description: "Whether this node decides on writes");
        meter.CreateObservableGauge("registry.topic.conflicting_records", () => follower.Current.ConflictingRecords, description: "Records that were skipped because they give an id a second meaning");
        meter.CreateObservableGauge("registry.topic.malformed_records", () => follower.Current.MalformedRecords, description: "Records that were skipped because they could not be read");
    }

    private Counted Current
    {
        get
        {
            var state = _follower.Current;
            if (!ReferenceEquals(_counted.State, state))
                _counted = new(state);
            return _counted;
        }
    }

    private sealed class Counted
    {
        public Counted(RegistryState state)
        {
            State = state;
            var (active, deleted) = (0, 0);
            foreach (var subject in state.Subjects.Values)
            {
                var gone = subject.Versions.Count(version => version.Deleted);
                (active, deleted) = (active + subject.Versions.Count - gone, deleted + gone);
                Subjects += subject.Latest is null ? 0 : 1;
            }
            Versions = [new(active, Tag("deleted", false)), new(deleted, Tag("deleted", true))];
            Ids =
            [
                .. from context in state.Contexts
                   from type in context.Value.Ids.Values.CountBy(id => id.Schema.Type)
                   select new Measurement<int>(type.Value, Tag("context", context.Key), Tag("type", type.Key.Name)),
            ];
        }

        public RegistryState State { get; }

        public int Subjects { get; }

        public Measurement<int>[] Versions { get; }

        public Measurement<int>[] Ids { get; }

        private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
    }
}
