using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Participants;
using GroomingSignals.Policy;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.Participants;

public sealed class ParticipantBehaviourTests
{
    private const string Hide = "our little secret";
    private const string Picture = "send me a picture";

    [Fact]
    public void The_same_rules_towards_three_minors_are_worth_a_look_though_each_conversation_is_not()
    {
        var each = SmallPack.Analyzer.Analyze(new Conversation
        {
            Id = "c",
            Participants = [new Participant { Id = "a", Age = AgeBand.Adult }, new Participant { Id = "m", Age = AgeBand.From13To15 }],
            Messages = [new Message { Sender = "a", Text = Hide }],
        });
        (each.Severity < Severity.Review).Should().BeTrue();

        var assessment = SmallPack.Analyzer.Assess(ContactsPack.ToEach(3, Hide, Picture));
        assessment.Severity.Should().Be(Severity.Review);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.Overall);
        assessment.Reached.Should().Be(new ApproximateCount(3, 0));
        assessment.Contributions.Should().Equal(
            new Contribution("speaker", 0.3m), new Contribution("reached", 1.2m), new Contribution("T-IMG-001", 0.8m), new Contribution("T-SEC-001", 0.8m),
            new Contribution("pattern", 1.0m));
        assessment.RawScore.Should().Be(1.1m);
        var pattern = assessment.Evidence.Single(e => e.Kind == ParticipantEvidenceKind.Pattern);
        pattern.Rules.Should().Equal("T-IMG-001", "T-SEC-001");
        pattern.Tactics.Should().Equal(Tactic.ImageRequest, Tactic.Secrecy);
        pattern.Count.Value.Should().Be(3);
    }

    [Fact]
    public void One_minor_in_many_conversations_and_many_minors_in_one_are_one()
    {
        var oneMinor = new ParticipantState("a");
        for (int i = 0; i < 9; i++)
        {
            oneMinor.Merge(ContactsPack.Of($"c{i}", "a", AgeBand.Adult, ["m"], [Hide, Picture]));
        }

        var oneGroup = new ParticipantState("a");
        oneGroup.Merge(ContactsPack.Of("c", "a", AgeBand.Adult, [.. Enumerable.Range(0, 8).Select(i => $"m{i}")], [Hide, Picture]));
        foreach (var state in new[] { oneMinor, oneGroup })
        {
            var assessment = SmallPack.Analyzer.Assess(state);
            (assessment.Reached.Value, assessment.Contacts.Value, assessment.FirstContacts.Value).Should().Be((1, 1, 1));
            assessment.Severity.Should().Be(Severity.None);
            assessment.Contributions.Select(c => c.Name).Should().Equal("speaker");
        }
    }

    [Fact]
    public void Whoever_writes_to_many_without_evidence_stays_at_the_baseline()
    {
        var assessment = SmallPack.Analyzer.Assess(ContactsPack.ToEach(30, "see you at practice"));
        assessment.Contacts.Value.Should().Be(30);
        assessment.RawScore.Should().Be(assessment.Baseline);
        assessment.Evidence.Should().BeEmpty();
        assessment.Severity.Should().Be(Severity.None);
    }

    [Fact]
    public void Contacts_and_their_haste_count_beside_evidence()
    {
        var slow = new ParticipantState("a");
        var fast = new ParticipantState("a");
        for (int i = 0; i < 8; i++)
        {
            string text = i == 0 ? Hide : "hello";
            slow.Merge(ContactsPack.Of($"c{i}", "a", AgeBand.Adult, [$"m{i}"], [text], hours: i * 25));
            fast.Merge(ContactsPack.Of($"c{i}", "a", AgeBand.Adult, [$"m{i}"], [text], hours: i));
        }

        SmallPack.Analyzer.Assess(slow).Contributions.Should().Equal(new Contribution("speaker", 0.3m), new Contribution("contacts", 0.4m));
        var hasty = SmallPack.Analyzer.Assess(fast);
        hasty.FirstContacts.Value.Should().Be(8);
        hasty.Contributions.Should().Equal(new Contribution("speaker", 0.3m), new Contribution("contacts", 0.4m), new Contribution("first-contacts", 0.6m));
    }

    [Fact]
    public void A_minor_who_says_the_same_to_friends_is_weighed_otherwise()
    {
        var minor = new ParticipantState("a");
        for (int i = 0; i < 3; i++)
        {
            minor.Merge(ContactsPack.Of($"c{i}", "a", AgeBand.From13To15, [$"m{i}"], [Hide, Picture]));
        }

        var assessment = SmallPack.Analyzer.Assess(minor);
        assessment.Contributions[0].Should().Be(new Contribution("speaker", -1.5m));
        assessment.Severity.Should().Be(Severity.Low);
    }

    [Fact]
    public void Review_needs_as_many_minors_as_the_policy_says()
    {
        var policy = RiskPolicy.Parse("schema: policy/1\npolicy: { id: own, version: 1.0.0 }\nparticipants: { minimumReached: 4 }", "own.yaml");
        var assessment = SmallPack.Builder().UsePolicy(policy).Build().Assess(ContactsPack.ToEach(3, Hide, Picture));
        assessment.Severity.Should().Be(Severity.Low);
        assessment.SeverityReason.DecidedBy.Should().Be(SeverityDecision.MinimumEvidence);
        assessment.SeverityReason.Threshold.Should().Be(0.60);
    }

    [Fact]
    public void Repeated_rules_stop_at_their_cap()
    {
        var assessment = SmallPack.Analyzer.Assess(ContactsPack.ToEach(12, Hide, Picture));
        assessment.Contributions.Should().Contain(
            [new Contribution("T-SEC-001", 2.4m), new Contribution("T-IMG-001", 2.4m), new Contribution("cap", -2.4m)]);
        assessment.Severity.Should().Be(Severity.Urgent);
    }

    [Fact]
    public void Many_are_counted_with_a_stated_error_in_constant_room()
    {
        var state = ContactsPack.ToEach(3_000, Hide);
        var assessment = SmallPack.Analyzer.Assess(state);
        ((double)assessment.Reached.Value).Should().BeInRange(3_000 * 0.6, 3_000 * 1.4);
        assessment.Reached.RelativeError.Should().Be(0.128);
        assessment.Assumptions.Should().Contain(a => a.Code == "counts-estimated");
        state.ToSnapshot().Length.Should().BeLessThanOrEqualTo(9 * 1024);
    }

    [Fact]
    public void Whoever_claims_a_young_age_is_a_possible_minor()
    {
        var state = SmallPack.Analyzer.Start("c");
        SmallPack.Analyzer.Append(state, new Message { Sender = "a", Text = Hide });
        ParticipantState.Summarize(state).Should().BeEmpty();
        SmallPack.Analyzer.Append(state, new Message { Sender = "b", Text = "im 15" });
        ParticipantState.Summarize(state).Select(s => s.ParticipantId).Should().Equal("a");
    }

    [Fact]
    public void What_has_vanished_or_is_not_known_is_stated()
    {
        var state = ContactsPack.ToEach(2, Hide, Picture);
        state.Merge(ContactsPack.Of("timeless", "a", AgeBand.Unknown, ["m9"], [Hide]));
        var onlyBuiltIn = RiskAnalyzer.CreateDefault().Assess(state);
        onlyBuiltIn.Assumptions.Should().Contain(a => a.Code == "rules-unknown" && a.Count == 2);
        onlyBuiltIn.Reached.Value.Should().Be(3);
        onlyBuiltIn.Contributions.Select(c => c.Name).Should().Equal("speaker", "reached");
    }

    [Fact]
    public void Erasing_a_conversation_is_folding_the_others_anew()
    {
        var all = ContactsPack.ToEach(3, Hide);
        var others = ContactsPack.ToEach(2, Hide);
        all.ToSnapshot().Should().NotEqual(others.ToSnapshot());
        SmallPack.Analyzer.Assess(others).Reached.Value.Should().Be(2);
    }

    [Fact]
    public void No_id_of_another_and_no_text_stands_in_a_snapshot_or_a_result()
    {
        var state = new ParticipantState("a");
        state.Merge(ContactsPack.Of("conversation-canary", "a", AgeBand.Adult, ["minor-canary"], [Hide + " text-canary"]));
        string bytes = System.Text.Encoding.Latin1.GetString(state.ToSnapshot());
        string json = SmallPack.Analyzer.Assess(state).ToJson();
        foreach (string canary in new[] { "canary", "secret" })
        {
            bytes.Should().NotContain(canary);
            json.Should().NotContain(canary);
        }
    }

    [Fact]
    public void Misuse_is_named()
    {
        FluentActions.Invoking(() => new ParticipantState("")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ParticipantState(new string('x', 257))).Should().Throw<ArgumentException>().WithMessage("*256*");
        FluentActions.Invoking(() => new ParticipantState("a").Merge(new ParticipantState("b"))).Should().Throw<ArgumentException>().WithMessage("*'b'*'a'*");
        FluentActions.Invoking(() => ParticipantState.Summarize(SmallPack.Analyzer.Start())).Should().Throw<ArgumentException>().WithMessage("*without an id*");
    }
}
