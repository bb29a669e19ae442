using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tests.Scoring.Classifier;

namespace GroomingSignals.Tests.Properties;

public sealed class FusedProperties
{
    private static readonly RiskAnalyzer Analyzer = FusedPack.Analyzer;
    private static readonly RiskAnalyzer TextOnly = FusedPack.With(new Fusion(-2.5, 0, 4, 0));

    /// <summary>Conversations of two to four in which the rules find nothing. The first is an adult, the second, who begins, a minor, then comes another adult, then nobody knows.</summary>
    private static readonly Gen<Conversation> Quiet = Gen.Select(
        Gen.Int[2, 4],
        Pick.From(AgeBand.Under13, AgeBand.From13To15, AgeBand.From16To17),
        Gen.Select(Gen.Int[0, 11], Pick.From("secret", "picture", "a secret picture", "how was school", "good game", "hm", "")).Array[0, 20],
        (people, minor, messages) => new Conversation
        {
            Id = "c",
            Participants = [.. new[] { AgeBand.Adult, minor, AgeBand.Adult, AgeBand.Unknown }.Take(people).Select((age, i) => new Participant { Id = $"p{i}", Age = age, Provenance = AgeProvenance.Verified })],
            Messages = [new Message { Sender = "p1", Text = "hm" }, new Message { Sender = "p0", Text = "hm" }, .. messages.Select(m => new Message { Sender = $"p{m.Item1 % people}", Text = m.Item2 })],
        });

    /// <summary>Thresholds of the fused scale as a policy writes them, above what is said of nothing.</summary>
    private static readonly Gen<string> Thresholds = Gen.Int[100, 950].Array[3].Select(risks =>
    {
        Array.Sort(risks);
        return $"fused: {{ low: 0.{risks[0]}, review: 0.{risks[1]}, urgent: 0.{risks[2]} }}";
    });

    [Fact]
    public void A_whole_conversation_a_stream_and_a_state_resumed_at_every_message_give_the_same_bytes() =>
        Gen.OneOf(Conversations.Any, Quiet).Sample(conversation =>
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
                var batch = Analyzer.Analyze(upToHere);
                Analyzer.Assess(streamed).ToJson().Should().Be(batch.ToJson());
                Analyzer.Assess(resumed).ToJson().Should().Be(batch.ToJson());
                (result.Risk, result.CurrentRisk, result.Severity).Should().Be((batch.Risk, batch.Current.Risk, batch.Severity));
                Analyzer.ExplainFeatures(resumed).Should().BeEquivalentTo(Analyzer.ExplainFeatures(streamed));
            }
        }, iter: 300);

    [Fact]
    public void Baseline_and_ledger_are_the_raw_score_exactly() =>
        Conversations.Any.Sample(conversation =>
        {
            var assessment = Analyzer.Analyze(conversation);
            (assessment.Baseline + assessment.Contributions.Sum(c => c.Value)).Should().Be(assessment.RawScore);
            assessment.Risk.Should().BeApproximately(1 / (1 + Math.Exp(-(double)assessment.RawScore)), 1e-15);
            Math.Abs(assessment.Contributions.SingleOrDefault(c => c.Name == "rounding")?.Value ?? 0).Should().BeLessThan(0.00006m);
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
    public void The_lines_of_the_forest_and_its_shapley_values_tell_of_the_same_score() =>
        Conversations.Any.Sample(conversation =>
        {
            var state = Folded(Analyzer, conversation);
            if (Analyzer.ExplainFeatures(state) is not { } explanation)
            {
                return;
            }

            (explanation.Expected + explanation.Features.Sum(f => f.Value)).Should().BeApproximately(explanation.Score, 1e-9);
            double lines = (double)Analyzer.Assess(state).Contributions
                .Where(c => c.Name.StartsWith("classifier.", StringComparison.Ordinal) && c.Name != "classifier.text").Sum(c => c.Value);
            lines.Should().BeApproximately(explanation.Score * explanation.Weight, 1e-4);
        });

    [Fact]
    public void The_peak_is_the_highest_score_that_ever_was() =>
        Conversations.Any.Sample(conversation =>
        {
            var state = Analyzer.Start(conversation.Id, conversation.Participants);
            var best = Severity.None;
            foreach (var message in conversation.Messages)
            {
                var result = Analyzer.Append(state, message);
                (result.Severity >= best).Should().BeTrue();
                best = result.Severity;
                var assessment = Analyzer.Assess(state);
                (assessment.Current.Severity <= assessment.Severity).Should().BeTrue();
                if (assessment.Current.Severity == assessment.Severity)
                {
                    assessment.Current.RawScore.Should().BeLessThanOrEqualTo(assessment.RawScore);
                }
            }
        });

    [Fact]
    public void Between_adults_no_risk_is_raised() =>
        Conversations.Any.Sample(conversation =>
        {
            var adults = Enumerable.Range(0, 4).Select(i => new Participant { Id = $"p{i}", Age = AgeBand.Adult, Provenance = AgeProvenance.Verified });
            var assessment = Analyzer.Analyze(conversation with { Participants = [.. adults] });
            assessment.Severity.Should().Be(Severity.None);
            assessment.RawScore.Should().Be(assessment.Baseline);
        });

    [Fact]
    public void Known_ages_take_nothing_from_a_classifier_that_does_not_look_at_them() =>
        Quiet.Sample(conversation =>
        {
            var known = TextOnly.Analyze(conversation);
            var unknown = TextOnly.Analyze(conversation with { Participants = [.. conversation.Participants.Select(p => p with { Age = AgeBand.Unknown })] });
            known.Evidence.Should().BeEmpty();
            known.RawScore.Should().Be(unknown.RawScore);
            known.Current.RawScore.Should().Be(unknown.Current.RawScore);
            conversation.Messages.Should().Contain(m => m.Sender == known.From, "risk comes from somebody who wrote");
            known.Participants.Single(p => p.Id == known.Towards).Age.Should().NotBe(AgeBand.Adult, "towards somebody known to be an adult there is no risk");
        });

    [Fact]
    public void When_a_score_rises_it_is_that_of_the_speaker_whom_the_features_are_about() =>
        Quiet.Sample(conversation =>
        {
            var state = TextOnly.Start(conversation.Id);
            double highest = 0;
            foreach (var message in conversation.Messages)
            {
                double risk = TextOnly.Append(state, message).Risk;
                if (risk > highest)
                {
                    int focus = state.Features!.Speakers[state.Features.Focus].Participant;
                    TextOnly.Assess(state).From.Should().Be(state.Participants[focus].Id);
                    highest = risk;
                }
            }
        });

    [Fact]
    public void Where_the_pairs_stood_tells_the_severity_under_any_thresholds() =>
        Gen.Select(Gen.OneOf(Conversations.Any, Quiet), Thresholds, Thresholds, Thresholds).Sample((conversation, all, ofMinors, ofUnknown) =>
        {
            var policy = FusedPack.PolicyOf(
                $"thresholds: {{ {all} }}\ntracks: {{ minor-to-minor: {{ thresholds: {{ {ofMinors} }} }}, unknown-to-minor: {{ thresholds: {{ {ofUnknown} }} }} }}");
            var judge = new SeverityJudge(policy, new Thresholds(0.25, 0.55, 0.9));
            var reader = new StandingReader(Analyzer.Peaks);
            List<Standing> standings = [];
            var state = Analyzer.Start(conversation.Id, conversation.Participants);
            foreach (var message in conversation.Messages)
            {
                if (!Analyzer.Append(state, message).Duplicate)
                {
                    reader.After(state, message.Sender, standings);
                }
            }

            var highest = standings.Select(s => judge.Judge(s.Track, s.Raw, s.Evidence, s.Tactics, s.Apart).Severity).DefaultIfEmpty().Max();
            FusedPack.With(SmallModel.OfSmallPack, policy).Analyze(conversation).Severity.Should().Be(highest);
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
            var twice = Analyzer.Analyze(doubled);

            // That duplicates came is noted, and a note takes room: where there was none left, a place of evidence had to go, which is stated.
            if (!twice.Assumptions.Any(a => a.Code.EndsWith("evicted", StringComparison.Ordinal)))
            {
                (twice with { Assumptions = [] }).ToJson().Should().Be((Analyzer.Analyze(numbered) with { Assumptions = [] }).ToJson());
            }
        });

    [Fact]
    public void A_state_without_features_stays_on_the_scale_of_the_rules() =>
        Conversations.Any.Where(c => c.Messages.Count > 0).Sample(conversation =>
        {
            var begun = Folded(SmallPack.Analyzer, conversation with { Messages = [conversation.Messages[0]] });
            var state = Analyzer.Resume(begun.ToSnapshot());
            foreach (var message in conversation.Messages.Skip(1))
            {
                Analyzer.Append(state, message);
            }

            var rules = SmallPack.Analyzer.Analyze(conversation);
            var silent = Analyzer.Assess(state);
            (silent with { Assumptions = rules.Assumptions, Versions = rules.Versions }).ToJson().Should().Be(rules.ToJson());
            silent.Assumptions.Should().Contain(a => a.Code == "classifier-features-missing");
        });

    [Fact]
    public void Spans_of_n_grams_lie_inside_the_text_and_are_not_empty() =>
        Conversations.Any.Sample(conversation =>
        {
            foreach (var scored in Analyzer.ExplainText(conversation))
            {
                string text = conversation.Messages[int.Parse(scored.MessageId.TrimStart('m'), System.Globalization.CultureInfo.InvariantCulture)].Text;
                foreach (var gram in scored.Grams)
                {
                    gram.Span.Start.Should().BeInRange(0, text.Length - 1);
                    gram.Span.End.Should().BeInRange(gram.Span.Start + 1, text.Length);
                }

                if (scored.OtherGrams == 0)
                {
                    scored.Grams.Sum(g => g.Weight).Should().BeApproximately(scored.Score, 1e-5);
                }
            }
        });

    private static GroomingSignals.Tracking.ConversationState Folded(RiskAnalyzer analyzer, Conversation conversation)
    {
        var state = analyzer.Start(conversation.Id, conversation.Participants);
        foreach (var message in conversation.Messages)
        {
            analyzer.Append(state, message);
        }

        return state;
    }
}
