using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class ClassifierRendererTests
{
    private static readonly Conversation Talk = new() { Messages = [new Message { Id = "m1", Sender = "ann", Text = "the bus was late again" }] };

    private static readonly MessageTextScore Score = new(
        "m1", "ann", 0.25,
        [
            new GramWeight(new TextSpan(4, 7), 0.2), new GramWeight(new TextSpan(4, 7), 0.1), new GramWeight(new TextSpan(12, 16), -0.4),
            .. Enumerable.Range(0, 9).Select(i => new GramWeight(new TextSpan(i, i + 3), 0.01)),
        ],
        OtherGrams: 5);

    private static readonly ClassifierExplanation Features = new()
    {
        Expected = -0.5,
        Score = 0.75,
        Weight = 0.8,
        Features =
        [
            new FeatureValue("secrecy.focus.rate", 0.25f, 1.5), new FeatureValue("time.night.share", 1, -0.25),
            new FeatureValue("tactics.spread", 0, 1e-14), new FeatureValue("talk.focus.share", 0, 0),
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
    public void Without_a_classifier_nothing_is_shown()
    {
        Sheet sheet = new(80);
        ClassifierRenderer.Render(sheet, Explained.Nothing);
        Plain.Text(sheet).Should().BeEmpty();
    }
}
