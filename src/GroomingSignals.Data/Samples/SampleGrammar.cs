using System.Text;

namespace GroomingSignals.Data.Samples;

/// <summary>
/// The fragments of the embedded text files: a heading <c># name</c> and the alternatives under it, one a line.
/// <c>{name}</c> in a line stands for an alternative of that heading; <c>//</c> starts a comment.
/// </summary>
internal sealed class SampleGrammar
{
    private const int DeepestSlot = 8;

    private readonly Dictionary<string, List<string>> _alternatives = new(StringComparer.Ordinal);

    private readonly SampleHalf _half;

    private SampleGrammar(SampleHalf half) => _half = half;

    /// <summary>Loads the fragments.</summary>
    /// <param name="half">Which phrases of the tactics and scenes (headings with a slash) to keep; all others are kept whole.</param>
    public static SampleGrammar Load(SampleHalf half = SampleHalf.Whole)
    {
        SampleGrammar grammar = new(half);
        foreach (string file in (string[])["words", "filler", "carriers", "cues", "scenes"])
        {
            using Stream stream = typeof(SampleGrammar).Assembly.GetManifestResourceStream($"samples/{file}.txt")
                ?? throw new InvalidOperationException($"The sample fragments '{file}' are not embedded.");
            using StreamReader reader = new(stream, Encoding.UTF8);
            grammar.Add(reader);
        }

        return grammar;
    }

    /// <summary>The headings, in no order.</summary>
    public IReadOnlyCollection<string> Names => _alternatives.Keys;

    /// <summary>The slots of a line.</summary>
    public static IEnumerable<string> SlotsOf(string line) => line.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]);

    /// <summary>The alternatives of a heading, as they are written.</summary>
    public IReadOnlyList<string> Alternatives(string name) => _alternatives.TryGetValue(name, out List<string>? lines)
        ? lines
        : throw new InvalidOperationException($"The sample fragments have no heading '{name}'.");

    /// <summary>One alternative of a heading, its slots filled.</summary>
    public string Draw(string name, SampleRandom random) => Fill(random.Pick(Alternatives(name)), random, 0);

    /// <summary>A line with its slots filled; <c>{cue}</c> is left for the caller.</summary>
    public string Fill(string line, SampleRandom random) => Fill(line, random, 0);

    private string Fill(string line, SampleRandom random, int depth)
    {
        if (depth > DeepestSlot)
        {
            throw new InvalidOperationException("The slots of the sample fragments are nested without end.");
        }

        StringBuilder filled = new();
        int from = 0;
        int open;
        while ((open = line.IndexOf('{', from)) >= 0)
        {
            int close = line.IndexOf('}', open);
            string slot = line[(open + 1)..close];
            filled.Append(line, from, open - from);
            filled.Append(string.Equals(slot, "cue", StringComparison.Ordinal) ? "{cue}" : Fill(random.Pick(Alternatives(slot)), random, depth + 1));
            from = close + 1;
        }

        return filled.Append(line, from, line.Length - from).ToString();
    }

    private void Add(StreamReader reader)
    {
        List<string>? lines = null;
        bool halved = false;
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines = [];
                _alternatives.Add(line[2..], lines);
                halved = _half != SampleHalf.Whole && line.Contains('/', StringComparison.Ordinal);
                number = 0;
            }
            else if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                bool kept = !halved || number % 2 == (_half == SampleHalf.First ? 0 : 1);
                number++;
                if (kept)
                {
                    lines!.Add(line);
                }
            }
        }
    }
}
