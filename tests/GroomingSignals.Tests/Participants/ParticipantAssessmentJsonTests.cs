using System.Text.Json;
using GroomingSignals.Participants;
using GroomingSignals.Tests.Architecture;
using GroomingSignals.Tests.Properties;
using NJsonSchema;

namespace GroomingSignals.Tests.Participants;

public sealed class ParticipantAssessmentJsonTests
{
    [Fact]
    public async Task What_is_written_fits_the_schema()
    {
        var schema = await JsonSchema.FromJsonAsync(
            await File.ReadAllTextAsync(Path.Combine(RepositoryTree.Root, "data-schemas", "participant-assessment.schema.json"), TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        foreach (int minors in new[] { 0, 1, 12, 200 })
        {
            string json = SmallPack.Analyzer.Assess(ContactsPack.ToEach(minors, "our little secret", "send me a picture")).ToJson();
            schema.Validate(json).Should().BeEmpty();
            schema.Validate(json.Replace("\"severity\":\"", "\"severity\":\"very-", StringComparison.Ordinal)).Should().NotBeEmpty();
        }
    }

    [Fact]
    public void With_nothing_across_conversations_it_does_not_say_that_no_conversation_needs_review() =>
        SmallPack.Analyzer.Assess(new ParticipantState("a")).Recommendation.Should().Be("Nothing to review across conversations; each conversation has its own assessment.");

    [Fact]
    public void The_keys_are_the_properties_of_the_record()
    {
        using var json = JsonDocument.Parse(SmallPack.Analyzer.Assess(new ParticipantState("a")).ToJson());
        json.RootElement.EnumerateObject().Select(p => p.Name.Replace("Seconds", "", StringComparison.Ordinal)).Should().Equal(
            typeof(ParticipantAssessment).GetProperties().Where(p => !string.Equals(p.Name, "EqualityContract", StringComparison.Ordinal))
                .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]));
    }
}
