using System.Diagnostics.Metrics;
using Registry.Domain;
using Registry.Schemas;

namespace Registry.Http;

/// <summary>What requests led to. How many there were and how long they took is measured by the framework, by route and status.</summary>
public sealed class RequestMetrics
{
    public const string MeterName = "Registry";

    private readonly Counter<int> _registrations;
    private readonly Counter<int> _refusals;

    public RequestMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _registrations = meter.CreateCounter<int>("registry.registrations", description: "Registrations that were answered with an id, those of known schemas included");
        _refusals = meter.CreateCounter<int>("registry.refusals", description: "Requests that were refused, by error code");
    }

    public void Registered(SchemaType type) => _registrations.Add(1, new KeyValuePair<string, object?>("type", type.Name));

    public void Refused(ErrorCode code) => _refusals.Add(1, new KeyValuePair<string, object?>("error_code", (int)code));
}
