using System.Net;
using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

/// <summary>Two sessions on one policy: whoever would meet the other's work is told when the page is loaded, not when it saves.</summary>
public sealed class StandingTests
{
    private const string Save = """{"thresholds":{"adult-to-minor":{"review":0.7,"urgent":0.9}},"reason":"a test","author":null}""";
    private const string Other = "schema: policy/1\npolicy: { id: ours, version: 3.0.0 }\nthresholds: { rules: { review: 0.5 } }\nscoring: { baseline: -4 }\n";

    [Fact]
    public async Task A_session_that_is_alone_has_nothing_to_say()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        (await StateOf(open)).Should().Be("same");
        await open.CallAsync("save", Save);
        (await StateOf(open)).Should().Be("same");
        using HttpResponseMessage response = await open.SendAsync("api/open", "{}");
        response.StatusCode.Should().Be(HttpStatusCode.Conflict, "there is nothing to open");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_saved_policy_is_told_of_at_once_and_can_be_opened()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        await File.WriteAllTextAsync(open.SavedPolicy, Other, Test.Stop);
        JsonElement standing = await open.CallAsync("policy");
        standing.GetProperty("state").GetString().Should().Be("occupied");
        standing.GetProperty("detail").GetString().Should().Contain(open.SavedPolicy).And.Contain("--save");

        (await open.CallAsync("open", "{}")).GetProperty("state").GetString().Should().Be("same");
        JsonElement corpus = await Scored(open);
        corpus.GetProperty("policy").GetString().Should().Be("ours 3.0.0");
        corpus.GetProperty("tracks")[0].GetProperty("review").GetDouble().Should().Be(0.5);
        (await open.CallAsync("save", Save)).GetProperty("version").GetString().Should().Be("3.0.1");
    }

    [Fact]
    public async Task A_policy_that_another_session_saved_is_not_written_over_and_is_scored_anew_when_it_is_opened()
    {
        string folder = Directory.CreateTempSubdirectory("workbench-").FullName;
        try
        {
            string file = Path.Combine(folder, "shared.yaml");
            await File.WriteAllTextAsync(file, Other.Replace("baseline: -4", "baseline: -3", StringComparison.Ordinal), Test.Stop);
            WorkbenchOptions Shared(WorkbenchOptions o) => o with { PolicyFile = file, SaveTo = file, Policy = GroomingSignals.Policy.RiskPolicy.Load(file) };
            await using OpenWorkbench one = await OpenWorkbench.StartAsync(change: Shared);
            await using OpenWorkbench two = await OpenWorkbench.StartAsync(change: Shared);
            double risk = await FirstRisk(two);
            (await StateOf(two)).Should().Be("same");
            await one.CallAsync("save", Save);

            JsonElement standing = await two.CallAsync("policy");
            standing.GetProperty("state").GetString().Should().Be("changed");
            string text = await File.ReadAllTextAsync(file, Test.Stop);
            using (HttpResponseMessage refused = await two.SendAsync("api/save", Save))
            {
                refused.StatusCode.Should().Be(HttpStatusCode.Conflict);
            }

            (await File.ReadAllTextAsync(file, Test.Stop)).Should().Be(text);
            await File.WriteAllTextAsync(file, Other, Test.Stop);
            await two.CallAsync("open", "{}");
            await Scored(two);
            (await FirstRisk(two)).Should().BeLessThan(risk, "the baseline is another one, and the conversations were scored under it");
            (await StateOf(two)).Should().Be("same");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_policy_is_not_opened_and_the_session_goes_on()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        await File.WriteAllTextAsync(open.SavedPolicy, "schema: policy/1\ncolour: red\n", Test.Stop);
        using HttpResponseMessage response = await open.SendAsync("api/open", "{}");
        response.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync(Test.Stop)).Should().Contain("saved.yaml").And.Contain("GSR");
        (await open.CallAsync("state")).GetProperty("stage").GetString().Should().Be("ready");
    }

    [Fact]
    public async Task What_must_be_known_of_the_data_comes_with_the_corpus()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with { Notices = data => [$"{data.Count} were seen."] });
        JsonElement corpus = (await open.CallAsync("state")).GetProperty("corpus");
        corpus.GetProperty("notices")[0].GetString().Should().Be($"{corpus.GetProperty("conversations").GetInt32()} were seen.");
    }

    private static async Task<string?> StateOf(OpenWorkbench open) => (await open.CallAsync("policy")).GetProperty("state").GetString();

    private static async Task<double> FirstRisk(OpenWorkbench open) =>
        (await open.CallAsync("queue", """{"thresholds":null,"filter":null,"offset":0,"count":1}""")).GetProperty("rows")[0].GetProperty("risk").GetDouble();

    private static async Task<JsonElement> Scored(OpenWorkbench open)
    {
        for (int i = 0; i < 600; i++)
        {
            JsonElement state = await open.CallAsync("state");
            if (state.GetProperty("stage").GetString() == "ready")
            {
                return state.GetProperty("corpus");
            }

            await Task.Delay(50, Test.Stop);
        }

        throw new InvalidOperationException("The corpus was not scored.");
    }
}
