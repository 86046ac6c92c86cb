using System.Collections.Immutable;
using Registry.Schemas;

namespace Registry.Hosting;

/// <summary>All that is set, by name, each value with its source; what is not set has its default.</summary>
public sealed class RegistryConfiguration
{
    private readonly ImmutableSortedDictionary<string, Setting> _settings;

    private RegistryConfiguration(ImmutableSortedDictionary<string, Setting> settings, ImmutableArray<string> notices) => (_settings, Notices) = (settings, notices);

    /// <summary>What the operator should know and the start does not fail for: names that have no meaning here.</summary>
    public ImmutableArray<string> Notices { get; }

    /// <summary>What is explicitly set for the Kafka clients, under the names that Java's have.</summary>
    public IEnumerable<Setting> KafkaClientSettings => _settings.Values
        .Where(setting => IsForKafka(setting.Name))
        .Select(setting => setting with { Name = setting.Name[Properties.KafkaPrefix.Length..] });

    /// <summary>What differs from its default.</summary>
    public IEnumerable<Setting> Differences => _settings.Values
        .Where(setting => IsForKafka(setting.Name) || (Properties.Find(setting.Name) is { } property && setting.Value != property.Default));

    /// <param name="settings">All that is set anywhere; of two values for one name the later counts.</param>
    /// <returns>The error lists every fault, one a line.</returns>
    public static Result<RegistryConfiguration, string> From(IEnumerable<Setting> settings)
    {
        var byName = settings.Aggregate(
            ImmutableSortedDictionary.Create<string, Setting>(StringComparer.Ordinal), (all, setting) => all.SetItem(setting.Name, setting));
        List<string> faults = [], notices = [];
        foreach (var setting in byName.Values)
        {
            if (Properties.Find(setting.Name) is { } property)
            {
                if (property.Fault(setting.Value) is { } fault)
                    faults.Add($"{setting.Name} (from {setting.Source}): {fault}.");
            }
            else if (ClosestName.Of(setting.Name, Properties.Names) is { } meant)
            {
                faults.Add($"{setting.Name} (from {setting.Source}): there is no such property; did you mean {meant}?");
            }
            else if (!IsForKafka(setting.Name))
            {
                notices.Add($"{setting.Name} (from {setting.Source}) has no meaning here and is ignored");
            }
        }
        var configuration = new RegistryConfiguration(byName, [.. notices]);
        if (faults.Count == 0)
            faults.AddRange(KafkaSettings.From(configuration).Faults);
        return faults.Count == 0
            ? new RegistryConfiguration(byName, [.. notices, .. KafkaSettings.From(configuration).Notices])
            : string.Join(Environment.NewLine, faults);
    }

    public T Get<T>(ServerProperty<T> property)
        where T : notnull =>
        property.Parse(Find(property).Value).TryGet(out var value, out var fault) ? value : throw new InvalidOperationException($"{property.Name}: {fault.Reason}");

    /// <summary>The setting of a property, or its default.</summary>
    public Setting Find(ServerProperty property) =>
        (property.DeprecatedName is { } old ? _settings.GetValueOrDefault(old) : null)
        ?? _settings.GetValueOrDefault(property.Name)
        ?? new(property.Name, property.Default, "default");

    private static bool IsForKafka(string name) => name.StartsWith(Properties.KafkaPrefix, StringComparison.Ordinal) && Properties.Find(name) is null;
}
