using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>A workbench and a page on it. What the browser complains of is kept: a violated content security policy is such a complaint.</summary>
internal sealed class OpenWorkbench : IAsyncDisposable
{
    private readonly WorkbenchServer _server;
    private readonly string _folder;

    private OpenWorkbench(WorkbenchServer server, IPage page, string folder)
    {
        _server = server;
        _folder = folder;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public List<string> Requests { get; } = [];

    public Uri Address => _server.Address;

    public string SavedPolicy => Path.Combine(_folder, "saved.yaml");

    public static string Sample => RepositoryFile.Path("samples/data/labelled.csv");

    public static async Task<OpenWorkbench> StartAsync(Browser browser, string? data = null, ColorScheme scheme = ColorScheme.Light, string view = "", Func<WorkbenchOptions, WorkbenchOptions>? change = null)
    {
        string folder = Directory.CreateTempSubdirectory("workbench-").FullName;
        string file = data is null ? Sample : Path.Combine(folder, "data.jsonl");
        if (data is not null)
        {
            await File.WriteAllTextAsync(file, data);
        }

        var options = new WorkbenchOptions
        {
            Data = [file],
            Analyzer = policy => new RiskAnalyzerBuilder().UsePolicy(policy).Build(),
            SaveTo = Path.Combine(folder, "saved.yaml"),
        };
        WorkbenchServer server = await WorkbenchServer.StartAsync(change?.Invoke(options) ?? options);
        await server.Scored;
        IPage page = await browser.OpenAsync(new Uri("about:blank"), scheme);
        var open = new OpenWorkbench(server, page, folder);
        await page.GotoAsync(server.Address.AbsoluteUri + view);
        await page.Locator("h1").First.WaitForAsync();
        return open;
    }

    public async Task GoAsync(string view)
    {
        await Page.GotoAsync(Address.AbsoluteUri + view);
        await Page.Locator("h1").First.WaitForAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
