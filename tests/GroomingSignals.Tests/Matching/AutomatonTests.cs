using CsCheck;
using GroomingSignals.Matching;
using GroomingSignals.Tests.Properties;

namespace GroomingSignals.Tests.Matching;

public sealed class AutomatonTests
{
    private static readonly Gen<string> Word = Pick.From('a', 'b', 'c', ' ', 'é', '日').Array[1, 6].Select(c => new string(c));
    private static readonly Gen<string> Text = Pick.From('a', 'b', 'c', ' ', 'é', '日', 'x').Array[0, 80].Select(c => new string(c));

    [Fact]
    public void Finds_what_a_naive_search_finds_in_full_rows_and_in_the_compact_form() =>
        Gen.Select(Word.Array[0, 30], Text).Sample((words, text) =>
        {
            string[] literals = [.. words.Distinct(StringComparer.Ordinal)];
            var expected = Naive(literals, text);
            foreach (int budget in new[] { 0, 64, 512, Automaton.DefaultBudget })
            {
                var found = Find(literals, text, budget);
                found.Sort();
                found.SequenceEqual(expected).Should().BeTrue("with a budget of {0} bytes", budget);
            }
        }, iter: 3000);

    [Fact]
    public void More_than_255_different_characters_fit()
    {
        string[] literals = [.. Enumerable.Range(0x4E00, 3000).Select(c => ((char)c).ToString())];
        string text = string.Concat(literals);
        Find(literals, text, Automaton.DefaultBudget).Should().HaveCount(3000);
    }

    [Fact]
    public void Rows_are_full_only_up_to_the_budget()
    {
        string[] literals = [.. Enumerable.Range(0, 5000).Select(i => $"literal {i} of many")];
        var automaton = new Automaton(new AutomatonBuilder(literals), 100_000);
        automaton.DenseStates.Should().BeLessThan(automaton.States);
        automaton.Count("here is literal 4711 of many words").Should().Be(1);
    }

    private static List<(int Literal, int End)> Naive(string[] literals, string text)
    {
        var found = new List<(int, int)>();
        for (int literal = 0; literal < literals.Length; literal++)
        {
            for (int at = text.IndexOf(literals[literal], StringComparison.Ordinal); at >= 0; at = text.IndexOf(literals[literal], at + 1, StringComparison.Ordinal))
            {
                found.Add((literal, at + literals[literal].Length));
            }
        }

        found.Sort();
        return found;
    }

    private static List<(int Literal, int End)> Find(string[] literals, string text, int budget)
    {
        var collector = new Collector { Found = [] };
        new Automaton(new AutomatonBuilder(literals), budget).Scan(text, ref collector);
        return collector.Found;
    }

    private struct Collector : ILiteralVisitor
    {
        public List<(int Literal, int End)> Found { get; init; }

        public readonly void Visit(int literal, int end) => Found.Add((literal, end));
    }
}
