using System.Globalization;
using Microsoft.Playwright;

namespace GroomingSignals.Workbench.BrowserTests;

/// <summary>The page that <c>report</c> writes: its script draws, its axis names counts, and nothing fails.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ReportTests(Browser browser)
{
    /// <summary>What is written on a canvas cannot be read from it: the calls that write are kept.</summary>
    private const string KeepsWhatIsWritten = """
        window.written = [];
        const fillText = CanvasRenderingContext2D.prototype.fillText;
        CanvasRenderingContext2D.prototype.fillText = function (text, ...place) { window.written.push(String(text)); return fillText.call(this, text, ...place); };
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_script_of_the_report_draws_counts_and_tells_them_where_it_is_pointed_at(ColorScheme scheme)
    {
        string folder = Directory.CreateTempSubdirectory("report-").FullName;
        try
        {
            string file = Path.Combine(folder, "report.html");
            await CommandLine.RunAsync("report", "--data", RepositoryFile.Path("samples/data/conversations.jsonl"), "--out", file, "--volume", "100000");
            IPage page = await browser.OpenAsync(new Uri("about:blank"), scheme);
            List<string> complaints = [];
            page.Console += (_, message) => { if (message.Type is "error" or "warning") { complaints.Add(message.Text); } };
            page.PageError += (_, error) => complaints.Add(error);
            await page.AddInitScriptAsync(KeepsWhatIsWritten);
            await page.GotoAsync(new Uri(file).AbsoluteUri);

            ILocator plot = page.Locator(".plot").First;
            (await page.Locator(".plot canvas").CountAsync()).Should().Be(await page.Locator(".plot").CountAsync()).And.BePositive();
            string[] written = await page.EvaluateAsync<string[]>("() => window.written");
            written.Should().Contain(["0", "1", "10", "Conversations"]).And.NotContain(text => text.StartsWith("log10", StringComparison.Ordinal));

            // The middle of the first bar is a count of the table beside it.
            LocatorBoundingBoxResult box = (await plot.Locator(".u-over").BoundingBoxAsync())!;
            await page.Mouse.MoveAsync(box.X + (box.Width * 0.05f), box.Y + (box.Height / 2));
            string told = await page.Locator(".tip").First.InnerTextAsync();
            string[] counts = [.. (await page.Locator("figure").First.Locator("td").AllTextContentsAsync()).Select(t => t.Trim())];
            string below = told.Split('\n').First(line => line.StartsWith("below the review queue", StringComparison.Ordinal)).Split(' ')[^1];
            counts.Should().Contain(below);
            double.Parse(below, NumberStyles.Number, CultureInfo.InvariantCulture).Should().BePositive();

            await page.Locator("#theme").ClickAsync();
            (await page.Locator("html").GetAttributeAsync("data-theme")).Should().Be(scheme == ColorScheme.Light ? "dark" : "light");
            complaints.Should().BeEmpty();
            Directory.CreateDirectory(ScreenshotTests.Folder);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(ScreenshotTests.Folder, $"report-{(scheme == ColorScheme.Light ? "dark" : "light")}.png") });
            await page.Context.CloseAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
