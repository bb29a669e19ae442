using CsCheck;
using GroomingSignals.Matching;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Text;

namespace GroomingSignals.Tests.Matching;

public sealed class AutomatonTests
{
    // As many characters as a head has, and more, and less; few different ones, so that many begin alike.
    private static readonly Gen<string> Literal = Gen.OneOf(
        Pick.From('a', 'b', 'c', ' ', 'é', '日', '.').Array[1, 6].Select(c => new string(c)),
        Pick.From('a', 'b', ' ').Array[1, 14].Select(c => new string(c)),
        Pick.From('a', 'ÿ', 'é', '\x80', ' ').Array[1, 11].Select(c => new string(c)));

    // Longer than the 64 characters that are masked at a time, so that words lie across the borders.
    private static readonly Gen<string> Text = Gen.OneOf(
        Pick.From('a', 'b', 'c', ' ', 'é', '日', '.', 'x').Array[0, 200].Select(c => new string(c)),
        Pick.From('a', 'b', ' ').Array[0, 200].Select(c => new string(c)),
        Pick.From('a', 'ÿ', 'é', '\x80', '日', ' ').Array[0, 200].Select(c => new string(c)));

    // Enough different characters that they take one symbol, two and four.
    private static readonly Gen<char> Any = Gen.Int[0, 1999].Select(i => (char)(i < 100 ? '!' + i : 0x4E00 + i));
    private static readonly Gen<string> Wide = Any.Array[1, 4].Select(c => new string(c));

    [Theory]
    [InlineData(LiteralEntry.WholeWords)]
    [InlineData(LiteralEntry.WordStarts)]
    [InlineData(LiteralEntry.Anywhere)]
    internal void Finds_what_a_naive_search_finds_where_literals_may_begin(LiteralEntry entry) =>
        Gen.Select(Literal.Array[0, 30], Text).Sample((words, text) => Same([.. words.Distinct(StringComparer.Ordinal)], text, entry), iter: 5000);

    [Fact]
    public void Finds_literals_of_thousands_of_different_characters() =>
        Gen.Select(Wide.Array[2000, 2200], Any.Array[0, 150]).Sample((words, text) =>
        {
            string[] literals = [.. words.Distinct(StringComparer.Ordinal)];
            literals.SelectMany(l => l).Distinct().Count().Should().BeGreaterThan(1100, "some must take four symbols");
            Same(literals, new string(text) + literals[^1], LiteralEntry.Anywhere);
        }, iter: 20);

    [Fact]
    public void No_literals_find_nothing() => Find([], "some text", LiteralEntry.Anywhere).Should().BeEmpty();

    [Fact]
    public void Counts_what_it_visits() => new Automaton(["a", "a b", "b"]).Count("a b ab").Should().Be(4);

    [Fact]
    public void Hostile_text_costs_at_most_its_length_times_the_longest_literal()
    {
        string[] literals = [.. Enumerable.Range(1, 60).Select(i => string.Concat(Enumerable.Repeat("a ", i)) + "b")];
        string text = string.Concat(Enumerable.Repeat("a ", 10_000));
        int work = Work(new Automaton(literals), text);
        work.Should().BeGreaterThan(text.Length, "every word is entered and walked as deep as the literals go")
            .And.BeLessThan(text.Length * literals[^1].Length);
    }

    [Fact]
    public void A_text_without_words_that_begin_costs_one_look() =>
        Work(new Automaton(["aaaa", "aaaaaaaaaa", "aaab"]), new string('a', 1_000_000)).Should().BeLessThan(10);

    [Fact]
    public void Text_made_of_the_beginnings_of_the_built_in_literals_costs_three_looks_a_character_at_most()
    {
        var cues = RiskAnalyzer.CreateDefault().RuleSet.Cues;
        var automaton = new CompiledCues(cues, Relevance.OfAll(cues)).Literals[0].Automaton;
        var longest = cues.Cues.OfType<LexiconCue>().SelectMany(c => c.Literals).OrderByDescending(l => l.Length).ThenBy(l => l, StringComparer.Ordinal).Take(1000);
        foreach (string literal in longest)
        {
            foreach (string beginning in new[] { literal[..^1], literal[..literal.LastIndexOf(' ')], literal[..(literal.IndexOf(' ') + 2)] })
            {
                string text = string.Concat(Enumerable.Repeat(beginning + " ", 1 + (500 / beginning.Length)));
                Work(automaton, text).Should().BeLessThan(3 * text.Length, "of '{0}'", beginning);
            }
        }
    }

    private static int Work(Automaton automaton, string text)
    {
        var collector = new Collector { Found = [] };
        automaton.Scan(text, ref collector);
        return collector.Looks;
    }

    private static void Same(string[] literals, string text, LiteralEntry entry)
    {
        var found = Find(literals, text, entry);
        found.Sort();
        found.SequenceEqual(Naive(literals, text, entry)).Should().BeTrue("of '{0}' in '{1}'", string.Join('|', literals.Take(30)), text);
    }

    private static List<(int Literal, int Start, int End)> Naive(string[] literals, string text, LiteralEntry entry)
    {
        var found = new List<(int, int, int)>();
        for (int literal = 0; literal < literals.Length; literal++)
        {
            for (int at = text.IndexOf(literals[literal], StringComparison.Ordinal); at >= 0; at = text.IndexOf(literals[literal], at + 1, StringComparison.Ordinal))
            {
                bool within = at > 0 && ViewText.IsWord(text[at - 1]) && ViewText.IsWord(text[at]);

                // No literal of a pack begins with a space, and none is looked for at one.
                if (entry == LiteralEntry.Anywhere || (!within && text[at] != ' ' && (entry == LiteralEntry.WordStarts || FirstWordIsWhole(literals[literal], text, at))))
                {
                    found.Add((literal, at, at + literals[literal].Length));
                }
            }
        }

        found.Sort();
        return found;
    }

    private static bool FirstWordIsWhole(string literal, string text, int at)
    {
        int end = literal.TakeWhile(ViewText.IsWord).Count();
        return end == 0 || at + end == text.Length || !ViewText.IsWord(text[at + end]);
    }

    private static List<(int Literal, int Start, int End)> Find(string[] literals, string text, LiteralEntry entry)
    {
        var collector = new Collector { Found = [] };
        new Automaton(literals, entry).Scan(text, ref collector);
        return collector.Found;
    }

    private struct Collector : ILiteralVisitor
    {
        public List<(int Literal, int Start, int End)> Found { get; init; }

        public int Looks { get; private set; }

        public readonly void Visit(int literal, int start, int end) => Found.Add((literal, start, end));

        public void Look() => Looks++;
    }
}
