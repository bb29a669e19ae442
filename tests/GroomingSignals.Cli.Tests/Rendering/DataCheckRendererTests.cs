using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class DataCheckRendererTests
{
    [Theory]
    [InlineData(1, "1 message holds U+FFFD")]
    [InlineData(2, "2 messages hold U+FFFD")]
    public void One_message_is_not_many(int messages, string expected) =>
        Plain.Text(DataCheckRenderer.Render(EvaluationSamples.Check, messages, errors: 0, width: 100)).Should().Contain(expected);
}
