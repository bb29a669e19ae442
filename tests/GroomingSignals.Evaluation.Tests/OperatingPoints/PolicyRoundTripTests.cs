using CsCheck;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

public sealed class PolicyRoundTripTests
{
    private static readonly IReadOnlyList<LabelledConversation> Data = [.. Made.Composed(11, 160), .. Grouped()];

    private static readonly RiskAnalyzer Analyzer = RiskAnalyzer.CreateDefault();

    private static readonly ScoredCorpus Corpus = CorpusScorer.Score(Data, Analyzer, 2, cancellationToken: TestContext.Current.CancellationToken);

    private static readonly Gate[] Gates = [.. Corpus.TrackGates, .. ScoredCorpus.TacticGates];

    /// <summary>Risks with three digits, review not above urgent.</summary>
    private static readonly Gen<(int Review, int Urgent)[]> Thresholds =
        Gen.Select(Gen.Int[1, 999], Gen.Int[1, 999], (a, b) => (Math.Min(a, b), Math.Max(a, b))).Array[Gates.Length];

    [Fact]
    public void The_present_policy_gives_the_queue_that_analyze_gives() => Same(Analyzer, Corpus.Current);

    [Fact]
    public void A_policy_that_is_written_and_loaded_gives_the_planned_queue_conversation_for_conversation() => Thresholds.Sample(drawn =>
    {
        GateThresholds thresholds = Of(drawn);
        string yaml = PolicyYaml.Write(TunedPolicy.Apply(RiskPolicy.Default, null, thresholds, 0.001), new PolicyHeader("tried", "1.0.0", "tried", ["a comment"]));
        RiskPolicy loaded = RiskPolicy.Parse(yaml, "tried.yaml");
        foreach (Gate gate in Gates)
        {
            GateThresholds.Of(loaded, null).Review(gate).Should().Be(thresholds.Review(gate));
            GateThresholds.Of(loaded, null).Urgent(gate).Should().Be(thresholds.Urgent(gate));
        }

        Same(new RiskAnalyzerBuilder().UsePolicy(loaded).Build(), thresholds);
    }, iter: 12, threads: 1);

    [Fact]
    public void A_threshold_that_is_kept_beside_one_that_moves_keeps_every_digit()
    {
        var proposed = new Thresholds(0.5, 0.9, 0.974799205871);
        var gate = Gate.Of(Track.AdultToMinor, true);
        GateThresholds moved = GateThresholds.Of(RiskPolicy.Default, proposed).With(gate, Severity.Review, LogOdds.FromRisk(0.93));
        RiskPolicy tuned = TunedPolicy.Apply(RiskPolicy.Default, proposed, moved, null);
        tuned.Tracks[(int)Track.AdultToMinor].Fused.Should().Be(new Thresholds(0.5, 0.93, 0.974799205871));
        PolicyYaml.Write(tuned, new PolicyHeader("kept", "1.0.0", "kept", [])).Should().Contain("urgent: 0.974799205871");
    }

    [Fact]
    public async Task Every_written_policy_is_what_the_schema_says()
    {
        var schema = await NJsonSchema.JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(RepositoryFile.Path("data-schemas/policy.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        RiskPolicy policy = Odd();
        string yaml = PolicyYaml.Write(policy, new PolicyHeader("odd", "2.0.1", "why: \"quoted\", # and \tbroken\n", ["line\nschema: policy/9\u2028x: 1", ""]));
        RiskPolicy.Parse(yaml, "odd.yaml").Version.Version.Should().Be("2.0.1");
        schema.Validate(new YamlDotNet.Serialization.SerializerBuilder().JsonCompatible().Build().Serialize(Plain(yaml))).Should().BeEmpty();
    }

    [Fact]
    public void Everything_in_a_policy_survives_being_written()
    {
        RiskPolicy policy = Odd();
        RiskPolicy loaded = RiskPolicy.Parse(PolicyYaml.Write(policy, new PolicyHeader("odd", "2.0.1", "d", [])), "odd.yaml");
        loaded.Scoring.Should().BeEquivalentTo(policy.Scoring);
        loaded.Tracks.Should().Equal(policy.Tracks);
        loaded.Tactics.Should().BeEquivalentTo(policy.Tactics);
        loaded.Participants.Should().Be(policy.Participants).And.NotBe(RiskPolicy.Default.Participants);
        loaded.Overrides.Select(o => o with { Position = default }).Should().Equal(policy.Overrides.Select(o => o with { Position = default }));
        (loaded.Rules, loaded.Fused, loaded.Prevalence, loaded.MessageCharacters, loaded.StateBytes)
            .Should().Be((policy.Rules, policy.Fused, policy.Prevalence, policy.MessageCharacters, policy.StateBytes));
        loaded.Version.Id.Should().Be("odd");
    }

    [Fact]
    public void The_default_policy_is_nothing_but_its_header() =>
        PolicyYaml.Write(RiskPolicy.Default, new PolicyHeader("same", "1.0.0", "d", [])).Should().Be("schema: policy/1\npolicy:\n  id: same\n  version: 1.0.0\n  description: \"d\"\n");

    private static RiskPolicy Odd() => RiskPolicy.Parse(
        """
        schema: policy/1
        policy: { id: odd, version: 2.0.0 }
        prevalence: 0.00001
        thresholds: { rules: { low: 0.25, review: 0.5, urgent: 0.875 }, fused: { review: 0.4 } }
        scoring: { baseline: -2.5, minimumEvidence: 3, views: { leet: 0.5 } }
        tracks:
          adult-to-adult: { raises: true, logOdds: -1 }
          minor-to-minor: { raises: false }
          unknown-to-unknown: { logOdds: 0.2, thresholds: { rules: { urgent: 0.9 }, fused: { low: 0.1 } } }
        tactics:
          coercion: null
          secrecy: { review: 0.7, urgent: 0.9, fastPath: true }
        overrides:
          GS-SEC-001: { mode: shadow, reason: "noisy: \"here\"", expires: 2030-01-02 }
          GS-IMG-001: { mode: off, reason: unused }
          GS-FLA-001: { logOdds: 0.25, reason: weaker }
        participants:
          thresholds: { low: 0.2, review: 0.55, urgent: 0.9 }
          baseline: -2.75
          minimumReached: 3
          reached: { from: 3, each: 0.5, cap: 2.5 }
          repetition: { from: 4, each: 0.25, cap: 1.25 }
          pattern: { from: 3, each: 0.75, cap: 1.5 }
          contacts: { from: 6, each: 0.05, cap: 0.5 }
          firstContacts: { from: 7, each: 0.2, cap: 0.8, window: 90m }
          speaker: { adult: 0.4, minor: -1.25 }
        limits: { messageChars: 1000, stateBytes: 4096 }
        """, "odd.yaml");

    private static GateThresholds Of((int Review, int Urgent)[] drawn)
    {
        GateThresholds thresholds = Corpus.Current;
        for (int i = 0; i < Gates.Length; i++)
        {
            thresholds = thresholds.With(Gates[i], Severity.Review, LogOdds.FromRisk(drawn[i].Review / 1000.0)).With(Gates[i], Severity.Urgent, LogOdds.FromRisk(drawn[i].Urgent / 1000.0));
        }

        return thresholds;
    }

    private static void Same(RiskAnalyzer analyzer, GateThresholds thresholds)
    {
        bool[] review = QueueMembers.Of(Corpus, thresholds, Severity.Review);
        bool[] urgent = QueueMembers.Of(Corpus, thresholds, Severity.Urgent);
        for (int i = 0; i < Data.Count; i++)
        {
            Severity severity = analyzer.Analyze(Data[i].Conversation).Severity;
            review[i].Should().Be(severity >= Severity.Review, "conversation {0} is {1}", Data[i].Conversation.Id, severity);
            urgent[i].Should().Be(severity == Severity.Urgent, "conversation {0} is {1}", Data[i].Conversation.Id, severity);
        }
    }

    /// <summary>The same conversations with a third participant, whose messages are those of another conversation.</summary>
    private static IEnumerable<LabelledConversation> Grouped()
    {
        LabelledConversation[] all = [.. Made.Composed(12, 60)];
        for (int i = 0; i + 1 < all.Length; i += 2)
        {
            Conversation one = all[i].Conversation;
            Message[] others = [.. all[i + 1].Conversation.Messages.Select((m, n) => m with { Id = $"x{n}", Sender = "third" })];
            yield return all[i] with { Conversation = one with { Id = "g" + one.Id, Messages = [.. one.Messages.Zip(others).SelectMany(p => new[] { p.First, p.Second })] }, MessageTactics = [] };
        }
    }

    private static object Plain(string yaml) => new YamlDotNet.Serialization.DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
}
