using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Tests;

/// <summary>What is judged from standings is what the analyzer says, for any thresholds: the messages need not be read again.</summary>
public sealed class VerdictsTests
{
    private static readonly string[] Tracks = ["adult-to-minor", "unknown-to-minor", "minor-to-minor", "unknown-to-unknown"];

    private static readonly Gen<double> Threshold = Gen.Double[-4, 14].Select(x => 1 / (1 + Math.Exp(-x)));

    private static readonly Gen<Dictionary<string, ThresholdPair>> Thresholds =
        Gen.Select(Threshold, Threshold).Select((a, b) => new ThresholdPair(Math.Min(a, b), Math.Max(a, b))).Array[4]
            .Select(pairs => Tracks.Zip(pairs).ToDictionary(p => p.First, p => p.Second));

    [Fact]
    public void The_severity_and_score_of_every_conversation_are_the_analyzers()
    {
        RiskAnalyzer analyzer = RiskAnalyzer.CreateDefault();
        LoadedCorpus corpus = Load(analyzer);
        Candidate saved = Candidate.Of(RiskPolicy.Default, null);
        Thresholds.Sample(
            thresholds =>
            {
                Candidate candidate = saved.With(thresholds, null);
                Verdicts verdicts = Verdicts.Of(corpus, candidate);
                RiskAnalyzer under = new RiskAnalyzerBuilder().UsePolicy(candidate.Policy).Build();
                for (int i = 0; i < verdicts.Count; i++)
                {
                    RiskAssessment assessment = under.Analyze(corpus.Conversations[i].Source.Conversation);
                    (verdicts[i].Severity, LogOdds.ToDecimal(verdicts[i].Raw)).Should().Be((assessment.Severity, assessment.RawScore), corpus.Conversations[i].Id);
                }
            },
            iter: 12,
            threads: 1);
    }

    [Fact]
    public void A_hundred_thousand_conversations_are_judged_from_numbers_alone()
    {
        LoadedCorpus few = Load(RiskAnalyzer.CreateDefault());
        LoadedCorpus many = new()
        {
            Conversations = [.. Enumerable.Range(0, 100_000).Select(i => few.Conversations[i % few.Conversations.Length])],
            Rules = few.Rules,
            Problems = [],
            Unread = 0,
            HasSynthetic = true,
        };
        Candidate saved = Candidate.Of(RiskPolicy.Default, null);
        Candidate candidate = saved.With(new Dictionary<string, ThresholdPair> { ["adult-to-minor"] = new(0.9999, 0.99999) }, null);
        Verdicts before = Verdicts.Of(many, saved);

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Verdicts now = Verdicts.Of(many, candidate);
        (GC.GetAllocatedBytesForCurrentThread() - allocated).Should().BeLessThan(100_000 * 24, "a verdict is three numbers, and nothing is made for a conversation");

        QueuePage page = new QueueReader(many).Read(candidate, now, before, new QueueFilter(null, null, null, null, null), 0, 50);
        page.Rows.Should().HaveCount(50);
        page.Leaving.Should().BePositive();
        (page.Review + page.Urgent + page.Leaving).Should().Be(page.Total);
        many.Conversations.Average(c => c.Standings.Length).Should().BeLessThan(4, "only standings that no other covers are kept");
    }

    internal static LoadedCorpus Load(RiskAnalyzer analyzer, params string[] paths) =>
        new CorpusLoader(new ConversationScorer(analyzer), paths.Length == 0 ? [OpenWorkbench.Sample] : paths, 2).Load(CancellationToken.None);
}
