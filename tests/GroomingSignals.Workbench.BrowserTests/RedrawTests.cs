using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>
/// How long the page takes over 100,000 scored conversations: from the input event to the frame in which the handle stands at its new place, and to the one in
/// which every figure is that of the new threshold. Written to <c>artifacts/redraw.json</c>.
/// </summary>
[Collection(BrowserGroup.Name)]
public sealed class RedrawTests(Browser browser)
{
    private const int Conversations = 100_000;
    private const int WarmUp = 10;
    private const int Changes = 100;
    private const double LimitMilliseconds = 100;

    /// <summary>
    /// Times are of the browser's own clock: the time stamp of the input event, and the first task after the frame in which the change was painted. The head of
    /// the table names the thresholds that its figures are of.
    /// </summary>
    private const string Stopwatch = """
        () => {
          window.taken = [];
          const painted = done => requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = done; channel.port2.postMessage(0); });
          const label = () => document.querySelector('.handle.review span').textContent.replace('Review ', 'from ');
          const watch = event => {
            if (event.type === 'pointermove' && event.buttons === 0) { return; }
            const from = event.timeStamp;
            const before = label();
            const change = { handle: null, figures: null };
            const look = () => painted(() => {
              const now = label();
              if (now === before) { look(); return; }
              change.handle ??= performance.now() - from;
              if (document.querySelector('table.figures thead th small').textContent !== now) { look(); return; }
              change.figures = performance.now() - from;
              window.taken.push(change);
            });
            look();
          };
          addEventListener('keydown', watch, true);
          addEventListener('pointermove', watch, true);
        }
        """;

    [Fact]
    public async Task A_change_of_a_threshold_over_a_hundred_thousand_conversations_is_redrawn_within_a_tenth_of_a_second()
    {
        string folder = Directory.CreateTempSubdirectory("redraw-").FullName;
        try
        {
            string data = Path.Combine(folder, "many.jsonl");
            await CommandLine.RunAsync("synthesize", "--count", Conversations.ToString(CultureInfo.InvariantCulture), "--seed", "5", "--out", data);
            await using OpenWorkbench open = await OpenWorkbench.StartAsync(browser, change: o => o with { Data = [data] });
            await Assertions.Expect(open.Page.GetByText("100,000 conversations")).ToBeVisibleAsync();
            await open.Page.Locator("table.figures").WaitForAsync();
            await open.Page.EvaluateAsync(Stopwatch);
            Change[] keys = await ByKeyboard(open.Page);
            Change[] moves = await ByMouse(open.Page);

            Directory.CreateDirectory(RepositoryFile.Path("artifacts"));
            var figures = new { conversations = Conversations, changes = Changes, keyboard = Figures(keys), mouse = Figures(moves) };
            string json = JsonSerializer.Serialize(figures);
            await File.WriteAllTextAsync(RepositoryFile.Path("artifacts/redraw.json"), json + "\n", TestContext.Current.CancellationToken);
            TestContext.Current.SendDiagnosticMessage(json);
            foreach (Change[] taken in (Change[][])[keys, moves])
            {
                taken.Should().HaveCount(Changes);
                Median(taken, c => c.Handle).Should().BeLessThan(LimitMilliseconds);
                Median(taken, c => c.Figures).Should().BeLessThan(LimitMilliseconds, json);
            }

            open.Complaints.Should().BeEmpty();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Change[]> ByKeyboard(IPage page)
    {
        ILocator handle = page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" });
        await handle.FocusAsync();
        for (int i = 0; i < WarmUp + Changes; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Taken(page, i + 1);
        }

        return await Collect(page);
    }

    /// <summary>Dragged in steps of two pixels, each of which is waited for.</summary>
    private static async Task<Change[]> ByMouse(IPage page)
    {
        ILocator handle = page.GetByRole(AriaRole.Slider, new() { Name = "Threshold of review" });
        LocatorBoundingBoxResult box = (await handle.BoundingBoxAsync())!;
        (float x, float y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        for (int i = 0; i < WarmUp + Changes; i++)
        {
            x -= 2;
            await page.Mouse.MoveAsync(x, y);
            await Taken(page, i + 1);
        }

        await page.Mouse.UpAsync();
        return await Collect(page);
    }

    private static Task<IJSHandle> Taken(IPage page, int count) => page.WaitForFunctionAsync("count => window.taken.length >= count", count);

    private static async Task<Change[]> Collect(IPage page)
    {
        JsonElement taken = (await page.EvaluateAsync("() => { const all = window.taken; window.taken = []; return all; }"))!.Value;
        return [.. taken.EnumerateArray().Skip(WarmUp).Select(c => new Change(c.GetProperty("handle").GetDouble(), c.GetProperty("figures").GetDouble()))];
    }

    private static object Figures(Change[] taken) => new
    {
        handle = new { median = Median(taken, c => c.Handle), worst = Math.Round(taken.Max(c => c.Handle), 1) },
        figures = new { median = Median(taken, c => c.Figures), worst = Math.Round(taken.Max(c => c.Figures), 1) },
    };

    private static double Median(Change[] taken, Func<Change, double> part) => Math.Round(taken.Select(part).Order().ElementAt(taken.Length / 2), 1);

    /// <param name="Handle">Milliseconds until the handle was painted at its new place.</param>
    /// <param name="Figures">Until the figures were painted too.</param>
    private sealed record Change(double Handle, double Figures);
}
