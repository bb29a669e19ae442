using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Evaluation.OperatingPoints.Proposals;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using NJsonSchema;

namespace GroomingSignals.Evaluation.Tests.OperatingPoints;

public sealed class ProposalTests
{
    private static readonly Gate Adult = Gate.Of(Track.AdultToMinor, false);

    /// <summary>Cases at 1, 2, ... 100 tenths of a log-odd, and at each even tenth up to 5 a negative besides.</summary>
    private static readonly ScoredCorpus Ladder = Drawn.Corpus(
    [
        .. Enumerable.Range(1, 100).Select(i => Drawn.Scored(i, true, i * 100_000)),
        .. Enumerable.Range(1, 200).Select(i => Drawn.Scored(100 + i, false, (i <= 25 ? i * 200_000 : -3_000_000) - 50_000)),
    ]);

    [Fact]
    public void With_room_enough_review_finds_the_target_and_no_more_than_it_must()
    {
        Proposal proposal = Proposer.Propose(Planner(capacity: 1e6));
        proposal.ReviewLevel.Should().Be(0.95);
        proposal.Review.Figures.Counts.TruePositives.Should().Be(95);
        ThresholdProposal line = proposal.Lines.Single(l => l.Gate == Adult && l.Severity == Severity.Review);
        line.Kind.Should().Be(ProposalKind.Set);
        line.Reason.Should().Contain("the target");

        // Between the negative at 0.55 and the case at 0.6 log-odds, as a risk with two digits where there is one.
        line.Proposed.Should().BeGreaterThan(550_000).And.BeLessThanOrEqualTo(600_000);
        line.Point!.Risk.Should().Be(0.64m);
    }

    [Fact]
    public void Without_room_review_finds_what_fits_and_says_so()
    {
        // 1,000 a day, 1 in 100: each case of the data stands for 0.1 a day, each negative for 4.95.
        Proposal proposal = Proposer.Propose(Planner(capacity: 20));
        proposal.Review.Figures.CasesPerDay.Value.Should().BeLessThanOrEqualTo(20);
        proposal.ReviewLevel.Should().BeLessThan(0.95);
        proposal.Warnings.Select(w => w.Id).Should().Contain("below-target").And.Contain("capacity-unsure");

        // One level more would bring the negative that no longer fits.
        int found = (int)proposal.Review.Figures.Counts.TruePositives;
        GateThresholds next = proposal.Thresholds.With(Adult, Severity.Review, (100 - found) * 100_000);
        Planner(20).Queue(next, Severity.Review).Figures.CasesPerDay.Value.Should().BeGreaterThan(20 - 4.95);
    }

    [Fact]
    public void Urgent_is_the_head_of_the_queue_and_never_below_review()
    {
        Proposal proposal = Proposer.Propose(Planner(capacity: 1e6), new ProposalOptions { UrgentShare = 0.1 });
        proposal.Urgent.Figures.CasesPerDay.Value.Should().BeLessThanOrEqualTo(0.1 * proposal.Review.Figures.CasesPerDay.Value!.Value);
        proposal.Urgent.Figures.Counts.TruePositives.Should().BePositive();
        proposal.Thresholds.Urgent(Adult).Should().BeGreaterThanOrEqualTo(proposal.Thresholds.Review(Adult)!.Value);
    }

    [Fact]
    public void A_precision_that_is_asked_of_urgent_is_had()
    {
        Proposal proposal = Proposer.Propose(Planner(capacity: 1e6), new ProposalOptions { UrgentShare = 1, UrgentPrecision = 0.5 });
        proposal.Urgent.Figures.Precision.Value.Should().BeGreaterThanOrEqualTo(0.5);
        Proposer.Propose(Planner(capacity: 1e6), new ProposalOptions { UrgentShare = 1 }).Urgent.Figures.Precision.Value.Should().BeLessThan(0.5);
    }

    [Fact]
    public void Nineteen_cases_are_too_few_and_the_policy_is_kept()
    {
        ScoredCorpus few = Drawn.Corpus([.. Enumerable.Range(1, 219).Select(i => Drawn.Scored(i, i <= 19, i * 1000))]);
        Proposal proposal = Proposer.Propose(new OperatingPlanner(few, Drawn.Platform));
        proposal.Lines.Where(l => !l.Gate.IsTactic).Should().OnlyContain(l => l.Kind == ProposalKind.TooFew && l.Proposed == l.Current && l.Reason.Contains("too few", StringComparison.Ordinal));
        proposal.ReviewLevel.Should().BeNull();
    }

    [Fact]
    public void A_tactic_gets_a_threshold_for_what_it_alone_finds()
    {
        Gate secrecy = Gate.Of(Tactic.Secrecy);
        ScoredRow[] rows =
        [
            .. Enumerable.Range(0, 60).Select(i => Drawn.Scored(i, true, 2_000_000)),
            .. Enumerable.Range(60, 40).Select(i => Drawn.Row($"c{i}", true, Track.AdultToMinor, (secrecy, [new Rise(2, 1_000_000)]))),
            .. Enumerable.Range(100, 300).Select(i => Drawn.Row($"c{i}", false, Track.AdultToMinor, (secrecy, [new Rise(2, i < 110 ? 500_000 : -1_000_000)]))),
        ];
        Proposal proposal = Proposer.Propose(new OperatingPlanner(Drawn.Corpus(rows), Drawn.Platform));
        ThresholdProposal line = proposal.Lines.Single(l => l.Gate == secrecy && l.Proposed is not null);
        line.Kind.Should().Be(ProposalKind.Set);
        line.Reason.Should().Contain("adds 40 cases and 0 negatives");
        line.Proposed.Should().BeGreaterThan(500_000).And.BeLessThanOrEqualTo(1_000_000);
        proposal.Lines.Where(l => l.Gate == Gate.Of(Tactic.Flattery)).Should().OnlyContain(l => l.Kind == ProposalKind.TooFew && l.Proposed == null);
        proposal.Review.Figures.Counts.TruePositives.Should().Be(100);
    }

    [Fact]
    public void A_threshold_of_a_tactic_that_later_ones_make_idle_is_not_proposed_and_the_rest_add_what_they_say()
    {
        // Flattery finds 30 cases that secrecy finds too, and secrecy 10 more: chosen first, flattery is idle in the end.
        (Gate flattery, Gate secrecy) = (Gate.Of(Tactic.Flattery), Gate.Of(Tactic.Secrecy));
        Proposal proposal = Proposer.Propose(new OperatingPlanner(
            Drawn.Corpus(
            [
                .. Enumerable.Range(0, 60).Select(i => Drawn.Scored(i, true, 2_000_000)),
                .. Enumerable.Range(60, 40).Select(i => Drawn.Row(
                    $"c{i}", true, Track.AdultToMinor, [(secrecy, [new Rise(2, 1_000_000)]), .. i < 90 ? ((Gate, Rise[])[])[(flattery, [new Rise(1, 1_000_000)])] : []])),
                .. Enumerable.Range(100, 300).Select(i => Drawn.Scored(i, false, -3_000_000)),
            ]),
            Drawn.Platform), new ProposalOptions { UrgentShare = 1 });
        proposal.Lines.Where(l => l.Gate == flattery).Should().OnlyContain(l => l.Kind == ProposalKind.NothingGained && l.Proposed == null && l.Reason.Contains("the other thresholds bring", StringComparison.Ordinal));
        proposal.Review.Figures.Counts.TruePositives.Should().Be(100);
        ThresholdProposal[] chosen = [.. proposal.Lines.Where(l => l.Gate.IsTactic && l.Kind == ProposalKind.Set)];
        chosen.Should().NotBeEmpty();
        chosen.Should().OnlyContain(l => l.Reason.StartsWith("adds 40 cases and 0 negatives", StringComparison.Ordinal));
    }

    [Fact]
    public void When_nothing_is_chosen_the_warning_tells_few_labels_from_a_full_day_and_names_who_fills_it()
    {
        // Image requests have a threshold of their own in the policy: 60 of 100 cases, 6 of the 10 a day.
        Gate image = Gate.Of(Tactic.ImageRequest);
        ScoredCorpus crowded = Drawn.Corpus(
        [
            .. Enumerable.Range(0, 100).Select(i => Drawn.Row($"c{i}", true, Track.AdultToMinor, [(Adult, [new Rise(3, 2_000_000)]), .. i < 60 ? ((Gate, Rise[])[])[(image, [new Rise(2, 1_000_000)])] : []])),
            .. Enumerable.Range(100, 300).Select(i => Drawn.Scored(i, false, -3_000_000)),
        ]);
        string Warned(ScoredCorpus corpus, double capacity) =>
            Proposer.Propose(new OperatingPlanner(corpus, Drawn.Platform with { MinutesPerCase = 60 * 4 / capacity })).Warnings.Single(w => w.Id == "nothing-chosen").Detail;
        Warned(crowded, 2).Should().Contain("image-request 6").And.Contain("2 cases").And.Contain("--policy").And.NotContain("More labelled");
        ScoredCorpus few = Drawn.Corpus([.. Enumerable.Range(1, 219).Select(i => Drawn.Scored(i, i <= 19, i * 1000))]);
        Warned(few, 1000).Should().Contain("More labelled conversations");
    }

    [Fact]
    public void An_urgent_threshold_that_review_pushes_up_is_not_called_kept()
    {
        // Nothing has a precision of 0.99, so that urgent is as the policy has it, at 0.85: below the review threshold that fits so few cases.
        Proposal proposal = Proposer.Propose(Topped(capacity: 12), new ProposalOptions { UrgentPrecision = 0.99 });
        ThresholdProposal review = proposal.Lines.Single(l => l.Gate == Adult && l.Severity == Severity.Review);
        ThresholdProposal urgent = proposal.Lines.Single(l => l.Gate == Adult && l.Severity == Severity.Urgent);
        review.Proposed.Should().BeGreaterThan(urgent.Current!.Value);
        urgent.Proposed.Should().Be(review.Proposed);
        urgent.Kind.Should().Be(ProposalKind.RaisedWithReview);
        urgent.Reason.Should().StartWith("raised with review").And.NotContain("kept");
    }

    [Fact]
    public void An_urgent_head_that_does_not_have_the_precision_asked_for_or_takes_more_than_its_share_is_warned_of()
    {
        Proposal proposal = Proposer.Propose(Topped(capacity: 12), new ProposalOptions { UrgentPrecision = 0.99 });
        proposal.Warnings.Single(w => w.Id == "urgent-over-share").Detail.Should().Contain("25 %");
        proposal.Warnings.Single(w => w.Id == "urgent-below-precision").Detail.Should().Contain("99 %");
        Proposer.Propose(Planner(capacity: 1e6)).Warnings.Select(w => w.Id).Should().NotContain("urgent-over-share").And.NotContain("urgent-below-precision");
    }

    [Fact]
    public void A_low_threshold_that_goes_down_with_review_is_a_decision_of_its_own()
    {
        // Cases far below the policy's low of 0.3, so that review goes below it.
        ScoredCorpus faint = Drawn.Corpus(
            [.. Enumerable.Range(1, 100).Select(i => Drawn.Scored(i, true, -2_000_000 + i)), .. Enumerable.Range(101, 200).Select(i => Drawn.Scored(i, false, -5_000_000))]);
        Proposal proposal = Proposer.Propose(new OperatingPlanner(faint, Drawn.Platform with { Reviewers = 1000 }));
        ThresholdProposal low = proposal.Lines.Single(l => l.Gate == Adult && l.Severity == Severity.Low);
        low.Kind.Should().Be(ProposalKind.LoweredWithReview);
        low.Current.Should().Be(LogOdds.FromRisk(0.3));
        low.Proposed.Should().Be(proposal.Thresholds.Review(Adult));
        low.Reason.Should().Contain("review");
        RiskPolicy written = TunedPolicy.Apply(RiskPolicy.Default, null, proposal.Thresholds, null);
        LogOdds.FromRisk(GateThresholds.Of(written, null, Adult)!.Low!.Value).Should().Be(low.Proposed);

        Proposer.Propose(Planner(capacity: 1e6)).Lines.Should().NotContain(l => l.Severity == Severity.Low, "low stays where review lies above it");
    }

    [Fact]
    public void What_the_tactics_bring_beside_the_tracks_is_stated_and_warned_of_when_it_passes_the_recall_asked_for()
    {
        Gate secrecy = Gate.Of(Tactic.Secrecy);
        ScoredCorpus corpus = Drawn.Corpus(
        [
            .. Enumerable.Range(0, 60).Select(i => Drawn.Row($"c{i}", true, Track.AdultToMinor, (Adult, [new Rise(3, 2_000_000 + i)]), (secrecy, [new Rise(2, 1_000_000)]))),
            .. Enumerable.Range(100, 300).Select(i => Drawn.Scored(i, false, -3_000_000)),
        ]);
        Proposal proposal = Proposer.Propose(new OperatingPlanner(corpus, Drawn.Platform), new ProposalOptions { RecallTarget = 0.5 });
        proposal.TracksAlone.Figures.Recall.Value.Should().Be(0.5);
        proposal.Review.Figures.Recall.Value.Should().Be(1);
        proposal.Warnings.Single(w => w.Id == "above-target").Detail.Should().Contain("50 %").And.Contain("100 %").And.Contain("tactics");
        Proposer.Propose(Planner(capacity: 1e6)).Warnings.Select(w => w.Id).Should().NotContain("above-target");
    }

    [Fact]
    public void A_policy_whose_thresholds_are_for_a_classifier_only_is_warned_of_without_one()
    {
        RiskPolicy policy = RiskPolicy.Parse(
            "schema: policy/1\npolicy: { id: own, version: 1.0.0 }\ntracks: { adult-to-minor: { thresholds: { fused: { review: 0.9 } } } }\n", "own.yaml");
        var corpus = new ScoredCorpus([Drawn.Scored(0, true, 1), Drawn.Scored(1, false, 0)], policy, new VersionSet("0.0.0", "1.0.0", [], policy.Version, null), null, 0);
        Proposer.Propose(new OperatingPlanner(corpus, Drawn.Platform)).Warnings.Single(w => w.Id == "fused-unused").Detail.Should().Contain("adult-to-minor").And.Contain("--model");
        Proposer.Propose(new OperatingPlanner(Ladder, Drawn.Platform)).Warnings.Select(w => w.Id).Should().NotContain("fused-unused");
    }

    [Fact]
    public async Task The_JSON_of_a_plan_is_what_its_schema_says()
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(RepositoryFile.Path("data-schemas/operating-points.schema.json"), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        foreach (ScoredCorpus corpus in (ScoredCorpus[])[Ladder, Drawn.Corpus(Drawn.Scored(0, true, 1), Drawn.Scored(1, false, 0))])
        {
            schema.Validate(Json(PlanMaker.Make(new OperatingPlanner(corpus, Drawn.Platform), ProposalOptions.Default, sensitivity: true, seed: 1))).Should().BeEmpty();
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_plan_and_halves_have_each_case_once()
    {
        string first = Json(PlanMaker.Make(Planner(40), ProposalOptions.Default, sensitivity: false, seed: 3));
        Json(PlanMaker.Make(Planner(40), ProposalOptions.Default, sensitivity: false, seed: 3)).Should().Be(first);
        var heldOut = HeldOut.Measure(Planner(1e6), ProposalOptions.Default, 3)!.Value;
        heldOut.Review.Figures.Counts.TruePositives.Should().BeInRange(85, 100);
        (heldOut.Review.Figures.Counts.TruePositives + heldOut.Review.Figures.Counts.FalseNegatives).Should().Be(100);
    }

    [Fact]
    public void A_threshold_over_a_hundred_thousand_conversations_is_redrawn_within_a_frame_or_few()
    {
        var random = SeededRandom.For(1, 1);
        var rows = new ScoredRow[100_000];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = Drawn.Scored(i, i % 50 == 0, (i % 50 == 0 ? 2_000_000 : 0) + random.Next(2_000_000));
        }

        var planner = new OperatingPlanner(Drawn.Corpus(rows), Drawn.Platform);
        planner.Points(Adult, 100);
        TimeSpan best = TimeSpan.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long start = TimeProvider.System.GetTimestamp();
            planner.Point(Adult, 1_500_000 + round);
            planner.Queue(planner.Corpus.Current.With(Adult, Severity.Review, 1_500_000 + round), Severity.Review);
            TimeSpan taken = TimeProvider.System.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        best.Should().BeLessThan(TimeSpan.FromMilliseconds(100));
    }

    private static OperatingPlanner Planner(double capacity) =>
        new(Ladder, Drawn.Platform with { Reviewers = 1, MinutesPerCase = 60 * 4 / capacity });

    /// <summary>The ladder with a negative above all cases.</summary>
    private static OperatingPlanner Topped(double capacity) => new(
        Drawn.Corpus([.. Enumerable.Range(0, Ladder.Count).Select(Ladder.Row), Drawn.Scored(999, false, 12_000_000)]), Drawn.Platform with { Reviewers = 1, MinutesPerCase = 60 * 4 / capacity });

    private static string Json(OperatingPlan plan)
    {
        var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            PlanJson.Write(writer, plan);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
