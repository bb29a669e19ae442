using System.Globalization;
using System.Text;
using System.Text.Json;
using GroomingSignals.Conversations;

namespace GroomingSignals.Data.Samples;

/// <summary>
/// A rule pack that knows the phrases of one half and nothing else, in the place of the built-in one: so that rules, features and training
/// see one half, and the other is new to all of them. It proves machinery and is of no use on real conversations.
/// </summary>
public static class SamplePack
{
    /// <summary>Writes the pack as YAML, pure ASCII, LF.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="half">The phrases that it knows.</param>
    public static void Write(Stream stream, SampleHalf half)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SampleGrammar grammar = SampleGrammar.Load(half);
        using StreamWriter yaml = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        yaml.WriteLine("# Composed from sample phrases. It proves machinery and is of no use on real conversations.");
        yaml.WriteLine("schema: rule-pack/1");
        yaml.WriteLine("pack: { id: ncmec-en, version: 1.0.0, languages: [en], description: phrases of composed samples }");
        string[] headings = [.. Taxonomy.Tactics.SelectMany(t => t.Subtypes.Select(s => $"{t.Id}/{s}")).Where(grammar.Names.Contains)];
        WriteSlots(yaml, grammar, headings);
        yaml.WriteLine("lexicons:");
        foreach (string heading in headings)
        {
            yaml.WriteLine($"  {Lexicon(heading)}:");
            WritePhrases(yaml, "    phrases:", grammar.Alternatives(heading));
        }

        yaml.WriteLine("rules:");
        for (int i = 0; i < headings.Length; i++)
        {
            WriteRule(yaml, headings[i], i + 1);
        }
    }

    private static void WriteSlots(StreamWriter yaml, SampleGrammar grammar, string[] headings)
    {
        yaml.WriteLine("slots:");
        foreach (string slot in headings.SelectMany(grammar.Alternatives).SelectMany(SampleGrammar.SlotsOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            WritePhrases(yaml, $"  {slot}:", grammar.Alternatives(slot));
        }
    }

    private static void WritePhrases(StreamWriter yaml, string key, IEnumerable<string> phrases)
    {
        yaml.WriteLine(key);
        foreach (string phrase in phrases)
        {
            // A string of JSON is one of YAML.
            yaml.WriteLine($"    - \"{JsonEncodedText.Encode(phrase)}\"");
        }
    }

    private static void WriteRule(StreamWriter yaml, string heading, int number)
    {
        string[] parts = heading.Split('/');
        yaml.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- id: GS-SAMPLE-{number:D3}"));
        yaml.WriteLine($"  title: A sample phrase of {heading}");
        yaml.WriteLine($"  tactic: {parts[0]}");
        yaml.WriteLine($"  subtype: {parts[1]}");
        yaml.WriteLine("  status: experimental");
        yaml.WriteLine("  falsePositives: [any real conversation]");
        yaml.WriteLine("  rationale: It stands among the sample phrases.");
        yaml.WriteLine($"  when: {{ lexicon: {Lexicon(heading)} }}");
        yaml.WriteLine("  score: { logOdds: 1.2, repeat: 0.3 }");
        yaml.WriteLine("  explain: \"{from} used a sample phrase of {subtype} towards {towards}\"");
    }

    private static string Lexicon(string heading) => "sample." + heading.Replace('/', '.');
}
