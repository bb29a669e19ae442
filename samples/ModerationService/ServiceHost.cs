using System.Data.Common;
using System.Diagnostics.Metrics;
using GroomingSignals.Hosting;
using GroomingSignals.Hosting.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;
using ModerationService.Endpoints;
using ModerationService.Intake;
using ModerationService.Keys;
using ModerationService.Limits;
using ModerationService.Start;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace ModerationService;

/// <summary>Puts the service together.</summary>
internal static class ServiceHost
{
    private const string StandardAddress = "http://127.0.0.1:5080";

    // Settings are read once. Watching for changes of their files would watch the whole folder below the content root: every write of a store in it
    // would wake the watcher, at a third of the service's rate.
    private const string NoWatch = "--hostBuilder:reloadConfigOnChange=false";

    // Settings come later and may ask for more.
    private static readonly Dictionary<string, string?> Defaults = new(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",

        // Whose logs are heard gets an activity and a scope for each request, though nothing is logged: a thirtieth of what a request costs.
        // Whoever listens to the activities of requests gets them anyway.
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "None",

        // The host logs a start that failed with its stack; whoever started it is told in one line.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder([NoWatch, .. args]);
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        configure?.Invoke(builder);
        KnownSettings.Check(builder.Configuration);
        var options = ServiceOptions.Of(builder.Configuration);
        Server(builder, options);
        var services = builder.Services;
        services.AddSingleton(options);
        services.AddSingleton(KeyRing.Of(builder.Configuration, out var made));
        if (made is not null)
        {
            services.AddSingleton(made);
        }

        services.AddSingleton(s => new TenantRates(s.GetRequiredService<KeyRing>().Tenants, options));
        services.AddSingleton<BodyBudget>();
        services.AddSingleton<RequestMapper>();
        services.AddSingleton<LiveFigures>();
        services.AddSingleton<AppendEndpoint>();
        services.AddSingleton<AssessmentEndpoint>();
        services.AddSingleton<ParticipantEndpoint>();
        services.AddSingleton<EraseEndpoint>();
        services.AddSingleton<AlertsEndpoint>();
        services.AddGroomingSignals(o => AnalyzerOptions.Apply(builder.Configuration.GetSection(KnownSettings.Analyzer), o));
        services.AddHealthChecks().AddGroomingSignals();
        services.AddOpenTelemetry().ConfigureResource(r => r.AddService("moderation-service")).WithMetrics(m => m
            .AddMeter(GroomingSignalsServiceCollectionExtensions.TelemetryName, "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());

        // A meter is heard by its name in the whole process: what another host in it measures, as in tests, is no figure of this service.
        services.ConfigureOpenTelemetryMeterProvider((provider, meters) =>
        {
            var own = provider.GetRequiredService<IMeterFactory>();
            meters.AddView(instrument => ReferenceEquals(instrument.Meter.Scope, own) ? null : MetricStreamConfiguration.Drop);
        });
        var app = builder.Build();
        OpenStore(app.Services);
        Routes.Map(app);
        return app;
    }

    /// <summary>Opens the store first, so that one that cannot be opened is told by its setting.</summary>
    private static void OpenStore(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IConversationStateStore>();
        }
        catch (Exception e) when (e is StateStoreException or DbException)
        {
            string path = services.GetRequiredService<IOptions<GroomingSignalsOptions>>().Value.SqlitePath!;
            throw new SettingException($"{KnownSettings.Analyzer}:{nameof(GroomingSignalsOptions.SqlitePath)}: '{Path.GetFullPath(path)}' cannot be opened. {e.Message}");
        }
    }

    private static void Server(WebApplicationBuilder builder, ServiceOptions options)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(StandardAddress);
        }

        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = options.DrainTimeout);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.BodyBytes;
            kestrel.Limits.MaxConcurrentConnections = options.Connections;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.BodyBytesPerSecond, options.BodyGrace);
        });
    }
}
