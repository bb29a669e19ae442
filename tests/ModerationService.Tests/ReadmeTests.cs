using System.Text.Json;
using System.Text.RegularExpressions;
using GroomingSignals.Conversations;

namespace ModerationService.Tests;

/// <summary>What <c>samples/ModerationService/README.md</c> says to send gets the answer that it shows.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(RepositoryFile.Path("samples/ModerationService/README.md")).ReplaceLineEndings("\n");

    [Fact]
    public async Task Its_first_message_gets_the_answer_that_it_shows()
    {
        var line = Regex.Match(Readme, @"/v1/conversations/(?<id>[\w-]+)/messages -d '(?<body>[^']+)'");
        var shown = JsonElement.Parse(Regex.Match(Readme, @"```json\n(\{""messages"".*?)```", RegexOptions.Singleline).Groups[1].Value);
        await using var service = await RunningService.StartAsync("memory");
        var answer = await service.SendAsync(line.Groups["id"].Value, line.Groups["body"].Value);
        shown.EnumerateObject().Select(Told).Should().Equal(answer.EnumerateObject().Select(Told));
    }

    [Fact]
    public void It_lists_the_tags_and_the_bands_that_there_are()
    {
        var code = Regex.Matches(Readme, "`([^`\n]+)`").Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        code.Should().Contain(MessageTagNames.Of((MessageTags)int.MaxValue)).And.Contain(Enum.GetValues<AgeBand>().Select(AgeBands.Name));
    }

    [Fact]
    public async Task Its_table_and_that_of_the_page_have_every_path()
    {
        await using var service = await RunningService.StartAsync("memory");
        var document = await service.GetAsync("/openapi/v1.json", service.Nobody);
        string page = await service.Nobody.GetStringAsync("/", TestContext.Current.CancellationToken);
        foreach (string path in document.GetProperty("paths").EnumerateObject().Select(p => p.Name))
        {
            Readme.Should().Contain(path);
            page.Should().Contain(path);
        }
    }

    private static string Told(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Number
            ? FormattableString.Invariant($"{property.Name} {property.Value.GetDouble():0.00}")
            : $"{property.Name} {property.Value.GetRawText()}";
}
