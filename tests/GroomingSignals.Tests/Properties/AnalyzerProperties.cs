using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tests.Properties;

public sealed class AnalyzerProperties
{
    private static readonly RiskAnalyzer Analyzer = SmallPack.Analyzer;

    [Fact]
    public void A_whole_conversation_a_stream_and_a_state_resumed_at_every_message_give_the_same_bytes() =>
        Conversations.Any.Sample(conversation =>
        {
            var streamed = Analyzer.Start(conversation.Id, conversation.Participants);
            var resumed = Analyzer.Start(conversation.Id, conversation.Participants);
            for (int i = 0; i < conversation.Messages.Count; i++)
            {
                var result = Analyzer.Append(streamed, conversation.Messages[i]);
                Analyzer.Append(resumed, conversation.Messages[i]).Should().Be(result);
                byte[] snapshot = resumed.ToSnapshot();
                resumed = Analyzer.Resume(snapshot);
                resumed.ToSnapshot().Should().Equal(snapshot);
                streamed.ToSnapshot().Should().Equal(snapshot);
                var upToHere = conversation with { Messages = [.. conversation.Messages.Take(i + 1)] };
                string batch = Analyzer.Analyze(upToHere).ToJson();
                Analyzer.Assess(streamed).ToJson().Should().Be(batch);
                Analyzer.Assess(resumed).ToJson().Should().Be(batch);
            }
        }, iter: 300);

    [Fact]
    public void Baseline_and_ledger_are_the_raw_score_exactly() =>
        Conversations.Any.Sample(conversation =>
        {
            var assessment = Analyzer.Analyze(conversation);
            (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
            assessment.Risk.Should().BeApproximately(1 / (1 + Math.Exp(-(double)assessment.RawScore)), 1e-15);
        });

    [Fact]
    public void The_evidence_of_a_rule_adds_up_to_its_line() =>
        Conversations.Any.Sample(conversation =>
        {
            var assessment = Analyzer.Analyze(conversation);
            var own = assessment.Evidence.Where(e => e.From == assessment.From && e.Towards == assessment.Towards).ToLookup(e => e.RuleId);
            foreach (var line in assessment.Contributions.Where(c => c.Name.StartsWith("T-", StringComparison.Ordinal)))
            {
                own[line.Name].Sum(e => e.Contribution).Should().Be(line.Value);
            }

            foreach (var rule in own)
            {
                rule.Sum(e => e.Contribution).Should().Be(assessment.Contributions.SingleOrDefault(c => c.Name == rule.Key)?.Value ?? 0);
            }
        });

    [Fact]
    public void Spans_lie_inside_the_text_and_are_not_empty() =>
        Conversations.Any.Sample(conversation =>
        {
            foreach (var anchor in Analyzer.Analyze(conversation).Evidence.SelectMany(e => e.Anchors))
            {
                string text = TextOf(conversation, anchor.MessageId);
                foreach (var span in anchor.Spans)
                {
                    span.Start.Should().BeInRange(0, text.Length - 1);
                    span.End.Should().BeInRange(span.Start + 1, text.Length);
                }
            }
        });

    [Fact]
    public void Parallel_equals_serial() =>
        Conversations.Any.Array[20, 40].Sample(conversations =>
        {
            string[] serial = [.. conversations.Select(c => Analyzer.Analyze(c).ToJson())];
            string[] parallel = [.. conversations.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(c => Analyzer.Analyze(c).ToJson())];
            parallel.Should().Equal(serial);
        }, iter: 20);

    [Fact]
    public void A_message_that_is_delivered_twice_counts_once() =>
        Conversations.Any.Sample(conversation =>
        {
            var numbered = conversation with { Messages = [.. conversation.Messages.Select((m, i) => m with { Id = $"m{i}" })] };
            var doubled = numbered with { Messages = [.. numbered.Messages.SelectMany(m => new[] { m, m })] };
            var once = Analyzer.Analyze(numbered);
            var twice = Analyzer.Analyze(doubled);
            (twice with { Assumptions = [] }).ToJson().Should().Be((once with { Assumptions = [] }).ToJson());
        });

    [Fact]
    public void A_message_without_signals_never_raises_the_score() =>
        Conversations.Any.Sample(conversation =>
        {
            var state = Analyzer.Start(conversation.Id, conversation.Participants);
            foreach (var message in conversation.Messages)
            {
                var before = Analyzer.Append(state, message);
                var after = Analyzer.Append(state, new Message { Sender = message.Sender, Text = "see you at practice", Time = message.Time });
                after.Risk.Should().Be(before.Risk);
                after.CurrentRisk.Should().BeLessThanOrEqualTo(before.CurrentRisk);
                after.SeverityRose.Should().BeFalse();
            }
        });

    [Fact]
    public void The_current_score_is_never_above_the_peak_of_its_severity() =>
        Conversations.Any.Sample(conversation =>
        {
            var assessment = Analyzer.Analyze(conversation);
            if (assessment.SeverityReason.DecidedBy == SeverityDecision.Overall)
            {
                assessment.Current.RawScore.Should().BeLessThanOrEqualTo(assessment.RawScore);
            }

            (assessment.Current.Severity <= assessment.Severity).Should().BeTrue();
        });

    [Fact]
    public void Snapshots_stay_within_the_limit() =>
        Conversations.Any.Sample(conversation =>
        {
            var state = Analyzer.Start(conversation.Id, conversation.Participants);
            foreach (var message in conversation.Messages)
            {
                Analyzer.Append(state, message);
                state.ToSnapshot().Length.Should().BeLessThanOrEqualTo(8192);
            }
        });

    [Fact]
    public void Any_text_is_survived() =>
        Gen.OneOf(Gen.Int[0, 0xFFFF], Gen.Int[0xD800, 0xDFFF], Gen.Int[0, 0x7F]).Select(c => (char)c).Array[0, 400].Select(c => new string(c)).Sample(text =>
            Analyzer.Analyze(new Conversation { Messages = [new Message { Sender = "a", Text = text }] }).Should().NotBeNull());

    private static string TextOf(Conversation conversation, string messageId)
    {
        int index = int.Parse(messageId.TrimStart('m'), System.Globalization.CultureInfo.InvariantCulture);
        return conversation.Messages[index].Text;
    }
}
