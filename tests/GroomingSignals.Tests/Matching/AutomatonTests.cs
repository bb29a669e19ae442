using CsCheck;
using GroomingSignals.Matching;
using GroomingSignals.Tests.Properties;
using GroomingSignals.Text;

namespace GroomingSignals.Tests.Matching;

public sealed class AutomatonTests
{
    private static readonly Gen<string> Literal = Pick.From('a', 'b', 'c', ' ', 'é', '日', '.').Array[1, 6].Select(c => new string(c));

    // Longer than the 64 characters that are masked at a time, so that words lie across the borders.
    private static readonly Gen<string> Text = Pick.From('a', 'b', 'c', ' ', 'é', '日', '.', 'x').Array[0, 200].Select(c => new string(c));

    // Enough different characters that they take one symbol, two and four.
    private static readonly Gen<char> Any = Gen.Int[0, 1999].Select(i => (char)(i < 100 ? '!' + i : 0x4E00 + i));
    private static readonly Gen<string> Wide = Any.Array[1, 4].Select(c => new string(c));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finds_what_a_naive_search_finds_where_literals_may_begin(bool anywhere) =>
        Gen.Select(Literal.Array[0, 30], Text).Sample((words, text) => Same([.. words.Distinct(StringComparer.Ordinal)], text, anywhere), iter: 3000);

    [Fact]
    public void Finds_literals_of_thousands_of_different_characters() =>
        Gen.Select(Wide.Array[2000, 2200], Any.Array[0, 150]).Sample((words, text) =>
        {
            string[] literals = [.. words.Distinct(StringComparer.Ordinal)];
            literals.SelectMany(l => l).Distinct().Count().Should().BeGreaterThan(1100, "some must take four symbols");
            Same(literals, new string(text) + literals[^1], anywhere: true);
        }, iter: 20);

    [Fact]
    public void No_literals_find_nothing() => Find([], "some text", anywhere: true).Should().BeEmpty();

    [Fact]
    public void Counts_what_it_visits() => new Automaton(["a", "a b", "b"]).Count("a b ab").Should().Be(4);

    private static void Same(string[] literals, string text, bool anywhere)
    {
        var found = Find(literals, text, anywhere);
        found.Sort();
        found.SequenceEqual(Naive(literals, text, anywhere)).Should().BeTrue("of '{0}' in '{1}'", string.Join('|', literals.Take(30)), text);
    }

    private static List<(int Literal, int Start, int End)> Naive(string[] literals, string text, bool anywhere)
    {
        var found = new List<(int, int, int)>();
        for (int literal = 0; literal < literals.Length; literal++)
        {
            for (int at = text.IndexOf(literals[literal], StringComparison.Ordinal); at >= 0; at = text.IndexOf(literals[literal], at + 1, StringComparison.Ordinal))
            {
                bool within = at > 0 && ViewText.IsWord(text[at - 1]) && ViewText.IsWord(text[at]);

                // No literal of a pack begins with a space, and none is looked for at one.
                if (anywhere || (!within && text[at] != ' '))
                {
                    found.Add((literal, at, at + literals[literal].Length));
                }
            }
        }

        found.Sort();
        return found;
    }

    private static List<(int Literal, int Start, int End)> Find(string[] literals, string text, bool anywhere)
    {
        var collector = new Collector { Found = [] };
        new Automaton(literals, anywhere).Scan(text, ref collector);
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
