using System.Text.Json;
using System.Text.RegularExpressions;
using GroomingSignals.Data.Reading;
using GroomingSignals.Data.Samples;

namespace GroomingSignals.Data.Tests.Samples;

/// <summary>The checked-in labelled CSV, its table schema, and what the reader makes of it.</summary>
public sealed class LabelledSampleTests
{
    private static readonly string Sample = Path.Combine(RepositoryFile.Root(), "samples", "data", "labelled.csv");

    private static readonly JsonElement[] Fields = Load();

    [Fact]
    public void The_checked_in_sample_is_what_seed_7_gives()
    {
        using MemoryStream stream = new();
        SampleWriter.WriteCsv(stream, new SampleComposer(7).ComposeMany(120));
        File.ReadAllBytes(Sample).AsSpan().SequenceEqual(stream.ToArray())
            .Should().BeTrue("synthesize --count 120 --seed 7 --format csv --out samples/data/labelled.csv writes it anew");
    }

    [Fact]
    public void It_reads_back_as_it_was_composed_but_for_what_has_no_column()
    {
        List<ReadResult<LabelledConversation>> read = [.. new LabelledReader().Read(Sample)];

        read.Should().HaveCount(120).And.OnlyContain(r => r.IsValue && r.Value.Synthetic);
        foreach ((LabelledConversation labelled, SampleConversation composed) in read.Select(r => r.Value!).Zip(new SampleComposer(7).ComposeMany(120)))
        {
            labelled.Label.Should().Be(composed.Label == 1);
            labelled.Conversation.Id.Should().Be(composed.Conversation.Id);
            labelled.Conversation.Messages.Should().Equal(composed.Conversation.Messages);
            labelled.MessageTactics.Select(t => string.Join(',', t)).Should().Equal(composed.Tactics.Select(t => string.Join(',', t)));
            labelled.Conversation.Participants.Select(p => (p.Id, p.Age)).Should().BeSubsetOf(composed.Conversation.Participants.Select(p => (p.Id, p.Age)));
        }
    }

    [Fact]
    public void Every_row_of_it_fits_the_table_schema()
    {
        string[] rows = File.ReadAllLines(Sample);
        string[] header = rows[0].Split(',');
        header.Should().BeSubsetOf(Fields.Select(Name));
        JsonElement[] fields = [.. header.Select(h => Fields.Single(f => string.Equals(Name(f), h, StringComparison.Ordinal)))];
        foreach (string row in rows.Skip(1))
        {
            string[] values = Regex.Split(row, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", RegexOptions.None, TimeSpan.FromSeconds(1));
            values.Should().HaveSameCount(fields);
            values.Zip(fields).Should().OnlyContain(v => Fits(v.First, v.Second));
        }
    }

    [Fact]
    public void The_table_schema_names_every_column_and_every_synonym_of_the_reader()
    {
        string[][] expected =
        [
            CsvSynonyms.Conversation, CsvSynonyms.Message, CsvSynonyms.Sender, CsvSynonyms.AgeBand, CsvSynonyms.Time, CsvSynonyms.Text, CsvSynonyms.Tags,
            CsvSynonyms.Label, CsvSynonyms.SenderLabel, CsvSynonyms.Tactics, CsvSynonyms.Synthetic, .. CsvSynonyms.Groups.Select(g => new[] { g }),
        ];
        Fields.Select(f => string.Join(' ', [Name(f), .. Synonyms(f)])).Should().Equal(expected.Select(e => string.Join(' ', e)));
    }

    [Theory]
    [InlineData("label", "1", true)]
    [InlineData("label", "True", true)]
    [InlineData("label", "", true)]
    [InlineData("label", "2", false)]
    [InlineData("sender_age_band", "teen", false)]
    [InlineData("sent_at", "noon", false)]
    [InlineData("sent_at", "2026-01-05T08:00:00Z", true)]
    public void The_table_schema_takes_what_the_reader_takes(string column, string value, bool fits)
    {
        Fits(value, Fields.Single(f => string.Equals(Name(f), column, StringComparison.Ordinal))).Should().Be(fits);
        string content = string.Equals(column, "label", StringComparison.Ordinal) ? $"text,label\nhi,{value}\n" : $"text,label,{column}\nhi,1,{value}\n";
        Reading.Labelled.Read(content, "in.csv").Single().IsValue.Should().Be(fits);
    }

    private static JsonElement[] Load()
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryFile.Root(), "data-schemas", "labelled-csv.table-schema.json")));
        return [.. schema.RootElement.GetProperty("fields").EnumerateArray().Select(f => f.Clone())];
    }

    private static string Name(JsonElement field) => field.GetProperty("name").GetString()!;

    private static string[] Synonyms(JsonElement field) =>
        field.TryGetProperty("synonyms", out JsonElement synonyms) ? [.. synonyms.EnumerateArray().Select(s => s.GetString()!)] : [];

    /// <summary>What of the table schema standard (type boolean, enum, pattern, missing values) the schema uses.</summary>
    private static bool Fits(string value, JsonElement field)
    {
        if (value.Length == 0)
        {
            return true;
        }

        if (string.Equals(field.GetProperty("type").GetString(), "boolean", StringComparison.Ordinal))
        {
            return new[] { "trueValues", "falseValues" }.Any(k => field.GetProperty(k).EnumerateArray().Any(v => v.ValueEquals(value)));
        }

        if (!field.TryGetProperty("constraints", out JsonElement constraints))
        {
            return true;
        }

        bool listed = !constraints.TryGetProperty("enum", out JsonElement allowed) || allowed.EnumerateArray().Any(v => v.ValueEquals(value));
        return listed && (!constraints.TryGetProperty("pattern", out JsonElement pattern)
            || Regex.IsMatch(value, $"^(?:{pattern.GetString()})$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
