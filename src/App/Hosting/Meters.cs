using System.Diagnostics.Metrics;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure;
using OpenTelemetry.Metrics;

namespace HaiZhengTong.App.Hosting;

/// <summary>What an operator's Prometheus reads: requests, circuits, connections, sessions, messages, the run time and the database.</summary>
internal sealed class Meters : IHostedService, IDisposable
{
    private const string Name = "HaiZhengTong";

    private static readonly string[] _frameworks =
    [
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections",
        "Microsoft.AspNetCore.Components.Server.Circuits", "System.Runtime", InfrastructureServices.DatabaseMeter,
    ];

    private readonly IChatFeed _feed;
    private readonly Counter<long> _messages;
    private IDisposable? _watch;

    public Meters(IMeterFactory meters, LiveSessions sessions, IChatFeed feed)
    {
        _feed = feed;
        var meter = meters.Create(Name);
        meter.CreateObservableGauge("hzt.live.open", () => sessions.Count, description: "Circuits and connections open on this node.");
        _messages = meter.CreateCounter<long>("hzt.messages.posted", description: "Messages this node has told its listeners of.");
    }

    public static void Add(IServiceCollection services)
    {
        services.AddHostedService<Meters>();
        services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter([Name, .. _frameworks]).AddPrometheusExporter());
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = _feed.Observe(happened =>
        {
            if (happened is MessagePosted)
            {
                _messages.Add(1);
            }
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _watch?.Dispose();
}
