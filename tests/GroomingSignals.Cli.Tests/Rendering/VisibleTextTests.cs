using CsCheck;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("naïve ☕ 日本 😀", "naïve ☕ 日本 😀")]
    [InlineData("a\tb\r\n", @"a\u{0009}b\u{000D}\u{000A}")]
    [InlineData("x\u200By", @"x\u{200B}y")]
    [InlineData("\U000E0041", @"\u{E0041}")]
    public void Hidden_characters_are_written_out(string text, string expected) => VisibleText.Of(text).Should().Be(expected);

    [Fact]
    public void A_lone_surrogate_is_written_out() => VisibleText.Of("a\uDC00b").Should().Be(@"a\u{DC00}b");

    [Fact]
    public void Whatever_comes_in_nothing_hidden_comes_out() =>
        Gen.Char.Array[0, 40].Sample(chars =>
        {
            string visible = VisibleText.Of(new string(chars));
            return string.Equals(VisibleText.Of(visible), visible, StringComparison.Ordinal);
        });
}
