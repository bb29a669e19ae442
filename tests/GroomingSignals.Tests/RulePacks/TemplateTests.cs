using System.Collections.Immutable;
using CsCheck;
using GroomingSignals.RulePacks.Templates;

namespace GroomingSignals.Tests.RulePacks;

public sealed class TemplateTests
{
    private static readonly Gen<string> Phrase = Row(3);

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("(a|b) c", "a c|b c")]
    [InlineData("our (little|) secret", "our little secret|our secret")]
    [InlineData("(a(b|c)|d)e", "abe|ace|de")]
    [InlineData("  set \t apart  ", "set apart")]
    [InlineData("{who} (x|y)", "mom x|mom y|my dad x|my dad y")]
    [InlineData("\\(a\\|b\\) \\{c\\} \\\\", "(a/b) {c} \\")]
    public void Expands_to_literals_in_order(string phrase, string literals) =>
        Parse(phrase).Expand(Slots).Should().Equal(literals.Split('|').Select(l => l.Replace('/', '|')));

    [Theory]
    [InlineData("(a|b", 0)]
    [InlineData("a (b (c|d)", 2)]
    [InlineData("a) b", 1)]
    [InlineData("a|b", 1)]
    [InlineData("a {b", 2)]
    [InlineData("a} b", 1)]
    [InlineData("a {} b", 2)]
    [InlineData("a \\b", 2)]
    [InlineData("a\\", 1)]
    public void Says_where_a_phrase_is_wrong(string phrase, int offset)
    {
        TemplateParser.TryParse(phrase, out _, out var problem).Should().BeFalse();
        problem!.Offset.Should().Be(offset);
    }

    [Fact]
    public void Bounds_length_and_depth()
    {
        TemplateParser.TryParse(new string('a', TemplateParser.MaximumLength + 1), out _, out _).Should().BeFalse();
        TemplateParser.TryParse(new string('(', 17) + new string(')', 17), out _, out var problem).Should().BeFalse();
        problem!.Offset.Should().Be(16);
        TemplateParser.TryParse(new string('(', 16) + new string(')', 16), out _, out _).Should().BeTrue();
    }

    [Fact]
    public void Counts_what_could_never_be_expanded() =>
        Parse(string.Concat(Enumerable.Repeat("(a|b|c|d)", 100))).Count(Slots).Should().Be(1_000_000_000);

    [Fact]
    public void The_count_is_what_expansion_gives() => Phrase.Sample(phrase =>
    {
        var template = Parse(phrase);
        int count = template.Count(Slots);
        return count > 20_000 || template.Expand(Slots).Length == count;
    });

    [Fact]
    public void Any_text_is_a_template_or_a_problem_inside_it() => Gen.String[Gen.Char["ab (){}|\\"], 0, 30].Sample(text =>
        TemplateParser.TryParse(text, out var template, out var problem)
            ? template is not null && problem is null
            : problem!.Offset >= 0 && problem.Offset < text.Length);

    private static Gen<string> Row(int depth)
    {
        var word = Gen.OneOf("a", "be ", " c", "{who}", "\\(", "");
        var part = depth == 0 ? word : Gen.OneOf(word, Row(depth - 1).Array[1, 3].Select(b => $"({string.Join('|', b)})"));
        return part.Array[0, 3].Select(p => string.Concat(p));
    }

    private static Template Parse(string phrase)
    {
        TemplateParser.TryParse(phrase, out var template, out var problem).Should().BeTrue(problem?.Message);
        return template!;
    }

    private static ImmutableArray<Template> Slots(string name) => name == "who" ? [Parse("mom"), Parse("my dad")] : [];
}
