using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class AssessmentRendererTests
{
    private static readonly TableDetail Brief = new(Explain: false, ShowText: false, Marks: true);
    private static readonly TableDetail Full = new(Explain: true, ShowText: true, Marks: true);
    private static readonly Explained Talk = new() { Conversation = Samples.Talk };

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_brief_table_is_as_checked_in(int width)
    {
        string text = Plain.Text(AssessmentRenderer.Render(Samples.Urgent, Explained.Nothing, Brief, width))
            + Plain.Text(AssessmentRenderer.Render(Samples.Quiet, Explained.Nothing, Brief, width));
        GoldenFile.ShouldMatch(text, $"brief-{width}");
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void The_full_table_is_as_checked_in(int width)
    {
        string text = Plain.Text(AssessmentRenderer.Render(Samples.Urgent, Talk, Full, width))
            + Plain.Text(AssessmentRenderer.Render(Samples.Quiet, Talk, Full, width));
        GoldenFile.ShouldMatch(text, $"full-{width}");
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(160)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        string text = Plain.Text(AssessmentRenderer.Render(Samples.Urgent, Talk, Full, width));
        text.Split('\n').Should().OnlyContain(line => CellWidth.Of(line) <= width);
    }

    [Fact]
    public void Without_show_text_no_word_of_a_message_is_written()
    {
        string text = Plain.Text(AssessmentRenderer.Render(Samples.Urgent, Talk, Full with { ShowText = false }, 100));
        text.Should().NotContain("tell your mom").And.NotContain("match on sunday");
    }

    [Fact]
    public void Colours_are_escape_sequences_only_when_asked_for()
    {
        Sheet sheet = AssessmentRenderer.Render(Samples.Urgent, Talk, Full, 100);
        Plain.Text(sheet).Should().NotContain("\u001B");
        Plain.Text(sheet, colour: true).Should().Contain("\u001B[");
    }

    [Fact]
    public void An_id_cannot_steer_the_terminal()
    {
        string text = Plain.Text(AssessmentRenderer.Render(Samples.Urgent with { ConversationId = "a\u001B[2Jb\u202Ec\uD800" }, Explained.Nothing, Brief, 100));
        text.Should().Contain(@"a\u{001B}[2Jb\u{202E}c\u{D800}").And.NotContain("\u001B").And.NotContain("\u202E");
    }
}
