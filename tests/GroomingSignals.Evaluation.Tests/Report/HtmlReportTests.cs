using System.Text.RegularExpressions;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Report;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Tests.Report;

public sealed partial class HtmlReportTests
{
    private static readonly EvaluationOptions Quick = new() { Resamples = 40, Threads = 2, Command = "grooming-signals evaluate --data \"a & b.jsonl\" --cv 5" };
    private static readonly IReadOnlyList<LabelledConversation> Data = Made.Composed(5, 120);

    [Fact]
    public void The_structure_of_the_page_is_as_it_was_agreed() => GoldenFile.ShouldMatch(Outline(HtmlReport.ToHtml(Trained(Data))), "report-outline");

    [Fact]
    public void The_same_evaluation_gives_the_same_bytes() => HtmlReport.ToHtml(Trained(Data)).Should().Be(HtmlReport.ToHtml(Trained(Data)));

    [Fact]
    public void Nothing_is_fetched()
    {
        string page = HtmlReport.ToHtml(Trained(Data));
        page.Should().Contain("default-src 'none'");
        Fetching().Matches(page).Should().BeEmpty();
    }

    [Fact]
    public void The_licence_of_the_chart_library_is_in_the_page() => HtmlReport.ToHtml(Trained(Data)).Should().Contain("Copyright (c) 2022 Leon Sorokin");

    [Fact]
    public void No_message_text_is_in_it()
    {
        const string canary = "canarywordthatnobodywrites";
        LabelledConversation[] data = [.. Data.Select(c => c with { Conversation = c.Conversation with { Messages = [.. c.Conversation.Messages.Select(m => m with { Text = m.Text + " " + canary })] } })];
        HtmlReport.ToHtml(Trained(data)).Should().NotContain(canary);
    }

    [Fact]
    public void Hostile_ids_and_names_stay_text()
    {
        const string hostile = "</script><script>alert(1)</script>\"'&\ud800";
        LabelledConversation[] data = [.. Data.Select((c, i) => c with { Conversation = c.Conversation with { Id = hostile + i }, Groups = new Dictionary<string, string> { [hostile] = hostile + (i % 2) } })];
        string page = HtmlReport.ToHtml(Evaluator.Score(data, hostile, new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick with { Command = hostile }, cancellationToken: TestContext.Current.CancellationToken));
        page.Should().NotContain("<script>alert").And.NotContain("\ud800").And.Contain("&lt;/script&gt;");
    }

    [Fact]
    public void Synthetic_data_is_called_so_at_the_top_and_other_data_is_not()
    {
        Body(HtmlReport.ToHtml(Trained(Data))).Should().Contain("class=\"banner\"").And.Contain("composed from short fragments");
        Body(HtmlReport.ToHtml(Trained([.. Data.Select(c => c with { Synthetic = false })]))).Should().NotContain("class=\"banner\"").And.NotContain("composed from short fragments");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Hardly_any_data_makes_a_page_that_says_so(int count)
    {
        string page = Body(HtmlReport.ToHtml(Evaluator.Score([.. Data.Take(count)], "rules", new AnalyzerScorer(RiskAnalyzer.CreateDefault()), Quick, cancellationToken: TestContext.Current.CancellationToken)));
        page.Should().Contain("What these figures do not show").And.NotContain("NaN").And.NotContain("∞");
    }

    [Fact]
    public void A_finished_scorer_is_shown_at_the_severities_of_the_product_and_says_why_it_has_folds()
    {
        AnalyzerScorer rules = new(RiskAnalyzer.CreateDefault());
        string page = Body(HtmlReport.ToHtml(Evaluator.Score(Data, "rules", rules, Quick, cancellationToken: TestContext.Current.CancellationToken)));
        page.Should().Contain("At the severities that reviewers see").And.MatchRegex("<th scope=\"row\">review</th><td>[\\d.]+&#160;%</td>")
            .And.Contain("best F1 on the other folds").And.Contain("The scorer is finished");
        Body(HtmlReport.ToHtml(Trained(Data))).Should().NotContain("The scorer is finished").And.NotContain("At the severities that reviewers see");
    }

    [Fact]
    public void A_bound_is_marked_on_the_side_it_bounds_and_no_percentage_breaks_from_its_sign()
    {
        Dictionary<string, bool> labels = Data.ToDictionary(c => c.Conversation.Id!, c => c.Label is true);
        string page = Body(HtmlReport.ToHtml(Evaluator.Score(Data, "all right", new Right(labels), Quick, cancellationToken: TestContext.Current.CancellationToken)));
        page.Should().Contain("<td>≤&#160;5&#160;%</td><td>100&#160;%</td><td>≤&#160;50,095</td><td>≤&#160;501</td><td>≥&#160;0.2&#160;%</td>").And.NotMatchRegex(@"\d %");
    }

    [Fact]
    public void Rates_are_translated_into_alerts_for_each_true_case()
    {
        // 240 alerts for each case: the published example of the base-rate tests.
        double rate = 0.098 * 0.96 * 0.18 / (0.82 * 0.902);
        OperatingPoint point = OperatingPoint.At("chosen", rate, false, 0.96, null, 1e-4);
        GroomingSignals.Evaluation.Report.Sections.HeadlineSection.Translation(point, 1e-4).Should().Be(
            "At the chosen thresholds the false-positive rate is 2.3\u00a0%: at a prevalence of 1 in 10,000 that is 239 alerts for each true case, and 22,989 alerts in a million conversations.");
    }

    private sealed record Right(Dictionary<string, bool> Labels) : IConversationScorer
    {
        public ConversationScore Score(Conversation conversation) => new(Labels[conversation.Id!] ? 1 : 0, null);

        public IReadOnlyList<double>? Trace(Conversation conversation) => null;
    }

    private static EvaluationResult Trained(IReadOnlyList<LabelledConversation> data) => Evaluator.CrossValidate(
        data, new WordTrainer(), Quick, new Dictionary<string, IConversationTrainer> { ["rules only"] = new UntrainedScorer("rules only", new AnalyzerScorer(RiskAnalyzer.CreateDefault())) },
        cancellationToken: TestContext.Current.CancellationToken);

    private static string Body(string page) => page[page.IndexOf("<body>", StringComparison.Ordinal)..page.IndexOf("<footer>", StringComparison.Ordinal)];

    /// <summary>Elements with what makes them what they are, without figures.</summary>
    private static string Outline(string page) =>
        string.Concat(Element().Matches(Body(page)).Select(m => Figures().Replace(Words().Replace(m.Value, " ").Trim(), "#") + "\n"));

    [GeneratedRegex("<(h[1-3]|figure|caption|summary|div class=\"(banner|plot|cards)\"|dt|th scope=\"col\"|button|section|p class=\"lead\"|noscript|pre)[^>]*>[^<]*")]
    private static partial Regex Element();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Figures();

    // Addresses in comments and licences are no requests.
    [GeneratedRegex("(src|href|action|data)=[\"']|url\\(|@import|fetch\\(|XMLHttpRequest|WebSocket|sendBeacon|import\\(")]
    private static partial Regex Fetching();
}
