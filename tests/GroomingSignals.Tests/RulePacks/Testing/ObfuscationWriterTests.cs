using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Tests.RulePacks.Testing;

public sealed class ObfuscationWriterTests
{
    [Theory]
    [InlineData("ZeroWidth", "our secret", "o\u200Bu\u200Br s\u200Be\u200Bc\u200Br\u200Be\u200Bt")]
    [InlineData("Spaced", "our secret", "our s e c r e t")]
    [InlineData("Spaced", "you have a present", "y o u have a present")]
    [InlineData("Spaced", "a b", "a b")]
    [InlineData("Leet", "Our secret", "0ur 53cr3t")]
    [InlineData("Leet", "as is, so", "as is, so")]
    [InlineData("Runs", "our secret pwd x", "ooour seeecret pppwd x")]
    [InlineData("Confusable", "Pay me", "\u0420\u0430\u0443 m\u0435")]
    [InlineData("Leet", "im 15yo", "1m 15yo")]
    [InlineData("Confusable", "caf\u00E9 eat", "caf\u00E9 \u0435\u0430t")]
    public void Each_disguise_is_fixed(string variant, string text, string disguised) =>
        ObfuscationWriter.Write(Enum.Parse<ObfuscationVariant>(variant), text).Should().Be(disguised);

    [Fact]
    public void Any_text_can_be_disguised() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Enum<ObfuscationVariant>(), CsCheck.Gen.String),
            (variant, text) => ObfuscationWriter.Write(variant, text).Length >= text.Length);
}
