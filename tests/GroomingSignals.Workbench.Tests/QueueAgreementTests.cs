using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

/// <summary>A threshold that is saved in the page gives the same queue from the command line, conversation for conversation.</summary>
public sealed class QueueAgreementTests
{
    private const string Moved = """
        {"adult-to-minor":{"review":0.9993,"urgent":0.99998},"unknown-to-minor":{"review":0.35,"urgent":0.999},"unknown-to-unknown":{"review":0.2,"urgent":0.21}}
        """;

    [Fact]
    public async Task What_the_page_saves_brings_the_same_queue_from_the_command_line()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        string[] shown = await Queue(open, Moved);
        shown.Should().NotBeEquivalentTo(await Queue(open, "null"), "the thresholds move the queue");
        await open.CallAsync("save", $$"""{"thresholds":{{Moved}},"reason":"less for a small team","author":null}""");

        string[] analysed = await CommandLine.QueueAsync(OpenWorkbench.Sample, "--policy", open.SavedPolicy);

        shown.Should().BeEquivalentTo(analysed);
        (await Queue(open, "null")).Should().Equal(shown, "what was saved stands now");
    }

    [Fact]
    public async Task It_does_so_with_a_classifier_too()
    {
        string folder = Directory.CreateTempSubdirectory("workbench-").FullName;
        string model = Path.Combine(folder, "model.gsmodel");
        await CommandLine.RunAsync("train", "--data", OpenWorkbench.Sample, "--out", model);
        var classifier = GroomingSignals.Scoring.Classifier.RiskClassifier.Load(model);
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with
        {
            Analyzer = policy => new RiskAnalyzerBuilder().UsePolicy(policy).UseClassifier(classifier).Build(),
        });
        (await open.CallAsync("state")).GetProperty("corpus").GetProperty("scale").GetString().Should().Be("fused");
        const string moved = """{"adult-to-minor":{"review":0.97,"urgent":0.9995}}""";
        string[] shown = await Queue(open, moved);
        await open.CallAsync("save", $$"""{"thresholds":{{moved}},"reason":"a test","author":"a tester"}""");

        string[] analysed = await CommandLine.QueueAsync(OpenWorkbench.Sample, "--policy", open.SavedPolicy, "--model", model);

        shown.Should().BeEquivalentTo(analysed);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_figures_are_those_of_the_planner_that_the_command_line_asks()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        JsonElement point = await open.CallAsync("point", $$"""{"track":"adult-to-minor","thresholds":{{Moved}},"workload":null}""");

        int queued = point.GetProperty("queue").GetProperty("conversations").GetInt32();
        int urgent = point.GetProperty("head").GetProperty("conversations").GetInt32();

        string[] shown = await Queue(open, Moved);
        queued.Should().Be(shown.Length, "the planner and the queue judge the same");
        urgent.Should().Be(shown.Count(row => row.Contains(" urgent ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_enters_and_leaves_against_the_saved_policy_is_marked()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        string[] before = [.. (await Queue(open, "null")).Select(Id)];
        string[] after = [.. (await Queue(open, Moved)).Select(Id)];
        JsonElement page = await Page(open, Moved);

        string[] Marked(string change) => [.. page.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("change").GetString() == change).Select(r => r.GetProperty("id").GetString()!)];
        Marked("entering").Should().BeEquivalentTo(after.Except(before));
        Marked("leaving").Should().BeEquivalentTo(before.Except(after)).And.NotBeEmpty();
        Marked("staying").Should().BeEquivalentTo(before.Intersect(after)).And.NotBeEmpty();
        page.GetProperty("moving").GetInt32().Should().Be(page.GetProperty("rows").EnumerateArray().Count(r =>
            r.GetProperty("change").GetString() == "staying" && r.GetProperty("severity").GetString() != r.GetProperty("savedSeverity").GetString())).And.BePositive();
        page.GetProperty("leaving").GetInt32().Should().Be(before.Except(after).Count());
    }

    internal static async Task<JsonElement> Page(OpenWorkbench open, string thresholds, string filter = "null") =>
        await open.CallAsync("queue", $$"""{"thresholds":{{thresholds}},"filter":{{filter}},"offset":0,"count":200}""");

    internal static async Task<string[]> Queue(OpenWorkbench open, string thresholds) =>
    [
        .. (await Page(open, thresholds)).GetProperty("rows").EnumerateArray()
            .Where(r => r.GetProperty("change").GetString() != "leaving")
            .Select(r => $"{r.GetProperty("id").GetString()} {r.GetProperty("severity").GetString()} {r.GetProperty("risk").GetDouble():R}"),
    ];

    private static string Id(string row) => row.Split(' ')[0];
}
