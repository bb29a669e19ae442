using System.Diagnostics.Metrics;
using GroomingSignals.Hosting.Health;
using GroomingSignals.Hosting.Monitoring;
using GroomingSignals.Hosting.Reloading;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;
using GroomingSignals.Hosting.Storage.Sqlite;
using GroomingSignals.Hosting.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GroomingSignals.Hosting;

/// <summary>Puts GroomingSignals into a host.</summary>
public static class GroomingSignalsServiceCollectionExtensions
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string TelemetryName = HostingTelemetry.Name;

    /// <summary>
    /// Adds <see cref="ConversationMonitor"/>, <see cref="RiskAnalyzerSource"/>, <see cref="RiskAnalyzer"/> (the one in service whenever it is asked for)
    /// and <see cref="IConversationStateStore"/>. What is registered before, a <see cref="TimeProvider"/> or a store for example, stays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets options; they are validated when the host starts.</param>
    /// <returns>The services, for further calls.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static IServiceCollection AddGroomingSignals(this IServiceCollection services, Action<GroomingSignalsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GroomingSignalsOptions>, GroomingSignalsOptionsValidator>());
        var options = services.AddOptions<GroomingSignalsOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => new HostingTelemetry(s.GetService<IMeterFactory>()));
        services.TryAddSingleton(Source);
        services.TryAddTransient(s => s.GetRequiredService<RiskAnalyzerSource>().Current);
        services.TryAddSingleton(Store);
        services.TryAddSingleton(s => new ConversationMonitor(
            s.GetRequiredService<RiskAnalyzerSource>(), s.GetRequiredService<IConversationStateStore>(), Options(s), s.GetRequiredService<HostingTelemetry>(),
            Logger(s), s.GetRequiredService<TimeProvider>(), s.GetService<IParticipantProjector>()));
        services.TryAddSingleton(s => new StoreUpkeep(
            s.GetRequiredService<IConversationStateStore>(), Options(s), s.GetRequiredService<HostingTelemetry>(), Logger(s), s.GetRequiredService<TimeProvider>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GroomingSignalsService>());
        return services;
    }

    /// <summary>Adds the health check: a canary conversation, the store, and whether the files on disk are those in service.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="tags">Tags to choose checks by; null for none.</param>
    /// <returns>The builder, for further calls.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static IHealthChecksBuilder AddGroomingSignals(this IHealthChecksBuilder builder, string name = "grooming-signals", IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            s => new GroomingSignalsHealthCheck(s.GetRequiredService<RiskAnalyzerSource>(), s.GetRequiredService<IConversationStateStore>()),
            failureStatus: null,
            tags));
    }

    /// <summary>A file that cannot be loaded is a bad option: the host does not start, and every problem is named.</summary>
    private static RiskAnalyzerSource Source(IServiceProvider services)
    {
        try
        {
            return new RiskAnalyzerSource(Options(services), services.GetRequiredService<HostingTelemetry>(), Logger(services), services.GetRequiredService<TimeProvider>());
        }
        catch (AnalyzerLoadException e)
        {
            throw new OptionsValidationException(Microsoft.Extensions.Options.Options.DefaultName, typeof(GroomingSignalsOptions), e.Details);
        }
    }

    private static IConversationStateStore Store(IServiceProvider services)
    {
        var options = Options(services);
        return options.SqlitePath is { } path
            ? new SqliteConversationStateStore(path, options.MaximumStoreBytes, options.SqliteShared, Logger(services))
            : new InMemoryConversationStateStore(options.MaximumConversations);
    }

    private static GroomingSignalsOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<GroomingSignalsOptions>>().Value;

    private static ILogger Logger(IServiceProvider services) =>
        (services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger(HostingTelemetry.Name);
}
