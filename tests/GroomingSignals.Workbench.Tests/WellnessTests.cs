using System.Text;
using System.Text.Json;
using GroomingSignals.Workbench.Wellness;
using NJsonSchema;

namespace GroomingSignals.Workbench.Tests;

public sealed class WellnessTests
{
    private const string Valid = """{"schema":"wellness/1","breakAfterReveals":2,"breakAfterMinutes":30,"breakMinutes":5,"reminder":"rest","support":"talk"}""";

    [Fact]
    public async Task Reveals_are_counted_and_a_break_falls_due_and_is_taken()
    {
        WellnessSettings settings = WellnessSettings.Parse(Encoding.UTF8.GetBytes(Valid));
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(change: o => o with { Wellness = settings });
        (await Reveal(open)).Should().BeFalse();
        (await Reveal(open)).Should().BeTrue();
        (await open.CallAsync("state")).GetProperty("reveals").GetProperty("breakDue").GetBoolean().Should().BeTrue("a page that is opened anew says so too");

        JsonElement rested = await open.CallAsync("break", "{}");
        rested.GetProperty("breakDue").GetBoolean().Should().BeFalse();
        rested.GetProperty("total").GetInt32().Should().Be(2);
    }

    [Fact]
    public void A_break_falls_due_by_time_too()
    {
        ManualClock clock = new();
        RevealMeter meter = new(WellnessSettings.Default, clock);
        clock.Minutes = 600;
        meter.Count().BreakDue.Should().BeFalse("nothing was revealed yet");
        meter.Add().BreakDue.Should().BeFalse();
        clock.Minutes += WellnessSettings.Default.BreakAfterMinutes;
        meter.Count().BreakDue.Should().BeTrue();
    }

    [Theory]
    [InlineData("\"breakAfterReveals\":2", "\"breakAfterReveals\":0", "breakAfterReveals")]
    [InlineData("wellness/1", "wellness/2", "schema")]
    [InlineData("\"reminder\":\"rest\"", "\"reminder\":\" \"", "reminder")]
    [InlineData("\"breakMinutes\":5", "\"breakMinutes\":5,\"more\":1", "more")]
    public void Settings_that_are_wrong_are_refused_by_name(string part, string wrong, string named)
    {
        Action parse = () => WellnessSettings.Parse(Encoding.UTF8.GetBytes(Valid.Replace(part, wrong, StringComparison.Ordinal)));
        parse.Should().Throw<InvalidDataException>().WithMessage($"*{named}*");
    }

    [Fact]
    public void Everything_that_is_wrong_is_listed_with_its_place_in_words_of_the_file()
    {
        Action parse = () => WellnessSettings.Parse("{\n  \"schema\": \"wellness/1\",\n  \"breakAfterReveals\": \"two\",\n  \"breakAfterMinutes\": 30,\n  \"brakeMinutes\": 5,\n  \"reminder\": \"rest\"\n}"u8);
        parse.Should().Throw<InvalidDataException>().Which.Message.Split('\n').Should().SatisfyRespectively(
            first => first.Should().Be("(3,24): 'breakAfterReveals' must be a whole number from 1 to 1000"),
            second => second.Should().StartWith("(5,3): there is no setting 'brakeMinutes': "),
            third => third.Should().Be("(1,1): 'support' is missing"),
            fourth => fourth.Should().Be("(1,1): 'breakMinutes' is missing"));
    }

    [Theory]
    [InlineData("", "(1,1)")]
    [InlineData("{\n  \"schema\": wellness\n}", "(2,13)")]
    [InlineData("{}x", "(1,3)")]
    public void What_is_no_JSON_is_refused_with_its_place_and_without_the_words_of_a_library(string text, string place)
    {
        Action parse = () => WellnessSettings.Parse(Encoding.UTF8.GetBytes(text));
        parse.Should().Throw<InvalidDataException>().Which.Message.Should().Contain(place + ": this is not JSON").And.NotContain("BytePosition").And.NotContain("Path");
    }

    [Fact]
    public async Task The_built_in_settings_are_as_the_schema_says()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(RepositoryFile.Path("data-schemas/wellness.schema.json"), Test.Stop);
        schema.Validate(await File.ReadAllTextAsync(RepositoryFile.Path("src/GroomingSignals.Workbench/Wellness/default.json"), Test.Stop)).Should().BeEmpty();
        schema.Validate(Valid.Replace("30", "0", StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    private static async Task<bool> Reveal(OpenWorkbench open) =>
        (await open.CallAsync("reveal", """{"index":0,"message":0,"evidence":false}""")).GetProperty("reveals").GetProperty("breakDue").GetBoolean();

    private sealed class ManualClock : TimeProvider
    {
        public int Minutes { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Minutes * 60L;
    }
}
