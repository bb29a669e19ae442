using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class ClassifierRendererTests
{
    private static readonly Conversation Talk = new() { Messages = [new Message { Id = "m1", Sender = "ann", Text = "the bus was late again" }] };

    private static readonly MessageTextScore Score = new(
        "m1", "ann", 0.25,
        [
            new GramWeight(new TextSpan(4, 7), 0.2), new GramWeight(new TextSpan(5, 9), 0.1), new GramWeight(new TextSpan(12, 16), -0.4),
            new GramWeight(new TextSpan(4, 7), 0.01), new GramWeight(new TextSpan(17, 22), 0.0001), new GramWeight(new TextSpan(0, 3), 0.02),
        ],
        OtherGrams: 5);

    private static readonly ClassifierExplanation Features = new()
    {
        Expected = -0.5,
        Score = 0.7500018,
        Weight = 0.8,
        Features =
        [
            new FeatureValue("secrecy.focus.rate", 0.25f, 1.5), new FeatureValue("time.night.share", 1, -0.25),
            new FeatureValue("age.unknown", 1, 0.0000014), new FeatureValue("tactics.spread", 0, 0.0000004), new FeatureValue("talk.focus.share", 0, 0),
        ],
    };

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void N_grams_and_shares_are_as_checked_in(int width)
    {
        Sheet sheet = new(width);
        ClassifierRenderer.Render(sheet, new Explained { Texts = [Score], Features = Features });
        ClassifierRenderer.Render(sheet, new Explained { Texts = [Score], Conversation = Talk });
        GoldenFile.ShouldMatch(Plain.Text(sheet), $"classifier-{width}");
    }

    [Fact]
    public void At_most_six_places_of_a_message_are_shown_the_heaviest_first()
    {
        MessageTextScore many = Score with { Grams = [.. Enumerable.Range(0, 9).Select(i => new GramWeight(new TextSpan(i * 2, (i * 2) + 2), 0.01 * (i + 1)))], OtherGrams = 0 };
        Sheet sheet = new(80);
        ClassifierRenderer.Render(sheet, new Explained { Texts = [many] });
        string[] lines = Plain.Text(sheet).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        lines.Where(l => l.Contains("..", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).Should().Equal("16..18", "14..16", "12..14", "10..12", "8..10", "6..8");
        lines[^1].Should().Be("3 more");
    }

    [Fact]
    public void Without_a_classifier_nothing_is_shown()
    {
        Sheet sheet = new(80);
        ClassifierRenderer.Render(sheet, Explained.Nothing);
        Plain.Text(sheet).Should().BeEmpty();
    }
}
