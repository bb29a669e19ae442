using System.Net;
using GroomingSignals.Workbench.Api;
using GroomingSignals.Workbench.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GroomingSignals.Workbench;

/// <summary>
/// A web page on this machine for tuning thresholds and looking at conversations. It listens on loopback only, answers only who knows the token in its
/// address, and asks the network for nothing.
/// </summary>
public sealed class WorkbenchServer : IAsyncDisposable
{
    private const int MostRequestBytes = 64 * 1024;

    private readonly WebApplication _app;
    private readonly WorkbenchSession _session;

    private WorkbenchServer(WebApplication app, WorkbenchSession session, Uri address)
    {
        _app = app;
        _session = session;
        Address = address;
    }

    /// <summary>The address of the page, with its token: whoever has it can open the page while it runs.</summary>
    public Uri Address { get; }

    /// <summary>Ends when the corpus is scored: true, or false when it could not be.</summary>
    public Task<bool> Scored => _session.Scored;

    /// <summary>Why the corpus could not be scored; null unless <see cref="Scored"/> is false.</summary>
    public string? Failure => _session.Failure;

    /// <summary>Starts to listen and, beside it, to score the corpus.</summary>
    /// <param name="options">What to open.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="RulePacks.RulePackException">The analyzer cannot be built.</exception>
    public static async Task<WorkbenchServer> StartAsync(WorkbenchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        WorkbenchSession session = new(options);
        AccessToken token = AccessToken.Create();
        WorkbenchRoutes routes = new(new RequestGate(token), session);

        // An empty builder reads no configuration, no environment and no files, and logs nothing: nothing from outside opens another port.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        WebApplication app = builder.Build();
        app.Run(routes.Handle);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        session.Begin();
        string listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new WorkbenchServer(app, session, new Uri($"{listening}/{token.Text}/"));
    }

    /// <summary>Stops listening, and scoring if that still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync().ConfigureAwait(false);
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
