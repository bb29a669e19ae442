using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

/// <summary>A workbench that listens, and a client as its own page is one.</summary>
internal sealed class OpenWorkbench : IAsyncDisposable
{
    private readonly string _folder;

    private OpenWorkbench(WorkbenchServer server, string folder)
    {
        Server = server;
        _folder = folder;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
    }

    public WorkbenchServer Server { get; }

    public HttpClient Client { get; }

    public string Origin => Server.Address.GetLeftPart(UriPartial.Authority);

    public string SavedPolicy => Path.Combine(_folder, "saved.yaml");

    public static string Sample => RepositoryFile.Path("samples/data/labelled.csv");

    /// <summary>Opens on the sample, or on the lines that are given, and waits until they are scored.</summary>
    public static async Task<OpenWorkbench> StartAsync(string? data = null, string extension = "jsonl", Func<WorkbenchOptions, WorkbenchOptions>? change = null)
    {
        string folder = Directory.CreateTempSubdirectory("workbench-").FullName;
        string file = Sample;
        if (data is not null)
        {
            file = Path.Combine(folder, "data." + extension);
            await File.WriteAllTextAsync(file, data);
        }

        var options = new WorkbenchOptions
        {
            Data = [file],
            Analyzer = policy => new RiskAnalyzerBuilder().UsePolicy(policy).Build(),
            SaveTo = Path.Combine(folder, "saved.yaml"),
            Threads = 2,
        };
        WorkbenchServer server = await WorkbenchServer.StartAsync(change?.Invoke(options) ?? options);
        await server.Scored;
        return new OpenWorkbench(server, folder);
    }

    public async Task<HttpResponseMessage> SendAsync(string path, string? body = null, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            request.Headers.Add("Origin", Origin);
        }

        change?.Invoke(request);
        return await Client.SendAsync(request);
    }

    public async Task<JsonElement> CallAsync(string name, string? body = null)
    {
        using HttpResponseMessage response = await SendAsync("api/" + name, body);
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.Should().BeTrue(text);
        return JsonElement.Parse(text);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
