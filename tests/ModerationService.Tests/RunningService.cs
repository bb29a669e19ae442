using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModerationService.Keys;

namespace ModerationService.Tests;

/// <summary>The service over real HTTP, on a port of its own and, unless told otherwise, a real SQLite file; two tenants have keys.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private static readonly ApiKey Ours = ApiKey.Make("ours");
    private static readonly ApiKey Theirs = ApiKey.Make("theirs");

    private static ApiContract? _contract;

    private readonly WebApplication _app;

    private RunningService(WebApplication app, LogSink logs, ApiContract contract)
    {
        _app = app;
        Logs = logs;
        Contract = contract;
        Address = AddressOf(app);
        Client = ClientOf(Ours.Text);
        Stranger = ClientOf(Theirs.Text);
        Nobody = ClientOf(null);
    }

    public static string Key => Ours.Text;

    public LogSink Logs { get; }

    /// <summary>What the service's OpenAPI document says; <see cref="ClientOf"/> gives clients that compare every answer with it.</summary>
    public ApiContract Contract { get; }

    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    public HttpClient Client { get; }

    /// <summary>The other tenant.</summary>
    public HttpClient Stranger { get; }

    public HttpClient Nobody { get; }

    public static async Task<RunningService> StartAsync(string store, Action<WebApplicationBuilder>? configure = null, params string[] settings)
    {
        var logs = new LogSink();
        var app = ServiceHost.Build(
            [
                "--urls", "http://127.0.0.1:0", "--GroomingSignals:SqlitePath", store, .. KeySettings(0, Ours), .. KeySettings(1, Theirs), .. settings,
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(logs);
                configure?.Invoke(builder);
            });
        await app.StartAsync();
        if (_contract is not { } contract)
        {
            using var client = new HttpClient { BaseAddress = AddressOf(app) };
            _contract = contract = new ApiContract(JsonElement.Parse(await client.GetStringAsync("/openapi/v1.json")));
        }

        return new RunningService(app, logs, contract);
    }

    public static string[] KeySettings(int index, ApiKey key) =>
        [$"--ApiKeys:{index}:tenant", key.Entry.Tenant, $"--ApiKeys:{index}:id", key.Entry.Id, $"--ApiKeys:{index}:sha256", key.Entry.Sha256];

    public HttpClient ClientOf(string? key)
    {
        var client = new HttpClient(new ContractHandler(Contract)) { BaseAddress = Address };
        if (key is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return client;
    }

    public Task<HttpResponseMessage> PostAsync(string conversation, string json, HttpClient? client = null) =>
        (client ?? Client).PostAsync($"/v1/conversations/{Uri.EscapeDataString(conversation)}/messages", Json(json), TestContext.Current.CancellationToken);

    /// <summary>Sends messages and gives the answer, which must be good.</summary>
    public async Task<JsonElement> SendAsync(string conversation, string json)
    {
        using var response = await PostAsync(conversation, json);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.Should().Be(HttpStatusCode.OK, "{0}", body);
        return JsonElement.Parse(body);
    }

    public async Task<JsonElement> GetAsync(string path, HttpClient? client = null) =>
        JsonElement.Parse(await (client ?? Client).GetStringAsync(path, TestContext.Current.CancellationToken));

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    private static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        Nobody.Dispose();
        await _app.DisposeAsync();
    }
}
