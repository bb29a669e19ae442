using CsCheck;
using GroomingSignals.RulePacks;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.RulePacks;

public sealed class HostileYamlTests
{
    private static readonly Gen<string> Soup = Pick.From(
        "a", ": ", "\n", "  ", "- ", "{", "}", "[", "]", ", ", "\"", "'", "&x", "*x", "!t", "|", ">", "%", "#", "?", "---\n", "...\n", "\t", "\0",
        "\uD800", "~", "<<", "(", "\\", "lexicons", "rules", "phrases", "when", "schema: rule-pack/1\n", "pack: {id: a, version: 1.0.0}\n")
        .Array[0, 40].Select(string.Concat);

    [Fact]
    public void Any_text_is_a_pack_or_a_list_of_problems_of_its_file() => Soup.Sample(IsPackOrProblems, iter: 5_000);

    [Fact]
    public void Any_damage_to_a_pack_is_told_as_problems() =>
        Gen.Select(Gen.Int[0, SmallPack.Yaml.Length - 1], Gen.Int[0, 20], Soup).Sample((at, length, soup) =>
            IsPackOrProblems(SmallPack.Yaml[..at] + soup + SmallPack.Yaml[Math.Min(SmallPack.Yaml.Length, at + length)..]), iter: 1_000);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Depth_is_bounded(char open) =>
        Packs.Problems(Packs.Header + "lexicons: " + new string(open, 100_000)).Single().Id.Should().BeOneOf("GSR0002", "GSR0003");

    [Fact]
    public void The_number_of_parts_is_bounded() =>
        Packs.Problems(Packs.Header + "lexicons: [" + string.Concat(Enumerable.Repeat("a, ", 200_001)) + "]").Single().Id.Should().Be("GSR0003");

    [Fact]
    public void The_length_is_bounded() =>
        Packs.Problems(Packs.Header + "# " + new string('x', 8 * 1024 * 1024)).Single().Id.Should().Be("GSR0001");

    private static bool IsPackOrProblems(string text)
    {
        try
        {
            RulePack.Parse(text, "soup.yaml");
            return true;
        }
        catch (RulePackException e)
        {
            return e.Diagnostics.Length > 0
                && e.Diagnostics.All(d => d.File == "soup.yaml" && d.Line >= 0 && d.Column >= 0 && d.Id.StartsWith("GSR", StringComparison.Ordinal));
        }
    }
}
