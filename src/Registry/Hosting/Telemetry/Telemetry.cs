using OpenTelemetry.Metrics;
using Registry.Http;

namespace Registry.Hosting;

/// <summary>What is measured, and who gets it: Prometheus by asking <c>/metrics</c>, an OTLP collector if one is named.</summary>
public static class Telemetry
{
    public const string MeterName = RequestMetrics.MeterName;

    // Of the framework: requests by route and status with their durations, and connections; memory, collections and threads of the process.
    private static readonly string[] s_meters = [MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void AddTelemetry(this IServiceCollection services, string otlpEndpoint)
    {
        services.AddSingleton<RequestMetrics>();
        services.AddSingleton<StateMetrics>();
        services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(s_meters).AddPrometheusExporter();
            if (otlpEndpoint.Length > 0)
                metrics.AddOtlpExporter(otlp => otlp.Endpoint = new Uri(otlpEndpoint));
        });
    }

    public static void MapMetrics(this WebApplication app)
    {
        // Its gauges are there once it is.
        app.Services.GetRequiredService<StateMetrics>();
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(OperationsRoute.Instance);
    }
}
