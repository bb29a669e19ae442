using System.Text;
using GroomingSignals.Data;
using GroomingSignals.Data.Samples;
using GroomingSignals.Evaluation.Metrics;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Training.Tests;

/// <summary>Rules and weights know one half of all phrases, the conversations are made of the other.</summary>
public sealed class UnheardCasesTests
{
    private static readonly Lazy<(TrainedClassifier Model, IReadOnlyList<LabelledConversation> Others)> Halves = new(Learn);

    [Fact]
    public void Probabilities_hold_better_than_those_of_a_calibrator_that_has_always_heard_rules()
    {
        var (model, others) = Halves.Value;
        double[] probabilities = [.. others.Select(c => model.Score(c.Conversation).Probability!.Value)];

        double error = CalibrationMetrics.ExpectedCalibrationError(probabilities, [.. others.Select(c => c.Label is true)])!.Value;

        error.Should().BeLessThan(0.085, "it is 0.076, and 0.090 without what is supposed");
    }

    [Fact]
    public void Cases_of_which_no_rule_knows_a_word_reach_review_and_others_do_not()
    {
        var (model, others) = Halves.Value;
        double review = Math.Log(model.Classifier.Parts.Thresholds.Review / (1 - model.Classifier.Parts.Thresholds.Review));

        int Reaching(bool label) => others.Count(c => c.Label is true == label && model.Trace(c.Conversation)!.Max() >= review);

        Reaching(true).Should().BeGreaterThan(others.Count / 20);
        Reaching(false).Should().BeLessThan(others.Count / 100);
    }

    private static (TrainedClassifier Model, IReadOnlyList<LabelledConversation> Others) Learn()
    {
        using var stream = new MemoryStream();
        SamplePack.Write(stream, SampleHalf.First);
        var options = Composed.Quick with { GramBits = 18, Packs = [RulePack.Parse(Encoding.UTF8.GetString(stream.ToArray()), "half.yaml")] };
        return (Composed.Learn(Make(1, 400, SampleHalf.First), options), Make(2, 400, SampleHalf.Second));
    }

    private static IReadOnlyList<LabelledConversation> Make(ulong seed, int count, SampleHalf half) =>
    [
        .. new SampleComposer(seed, half: half).ComposeMany(count).Select(s => new LabelledConversation(s.Conversation, s.Label == 1) { Synthetic = true }),
    ];
}
