using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Tests.Scoring.Classifier;
using NJsonSchema;

namespace GroomingSignals.Tests.Assessment;

public sealed class AssessmentJsonSchemaTests
{
    [Fact]
    public async Task What_is_written_fits_the_schema()
    {
        JsonSchema schema = await Schema();

        schema.Validate(AssessmentJsonSample.Full().ToJson()).Should().BeEmpty();
        schema.Validate(AssessmentJsonSample.Empty().ToJson()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"severity\":\"review\"", "\"severity\":\"guilty\"")]
    [InlineData("\"probability\":null,", "")]
    [InlineData("\"probability\":null", "\"probability\":1.5")]
    [InlineData("\"start\":3", "\"start\":-3")]
    [InlineData("\"risk\":0.1", "\"risk\":0.1,\"text\":\"hi\"")]
    public async Task The_schema_refuses_what_is_never_written(string written, string changed)
    {
        JsonSchema schema = await Schema();
        string json = AssessmentJsonSample.Full().ToJson();

        json.Should().Contain(written);
        schema.Validate(json.Replace(written, changed, StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task What_a_classifier_says_fits_the_schema()
    {
        JsonSchema schema = await Schema();
        var assessment = FusedPack.Analyzer.Analyze(new Conversation
        {
            Messages = [new Message { Sender = "a", Text = "our little secret" }, new Message { Sender = "a", Text = "send me a picture" }],
        });

        assessment.Contributions.Select(c => c.Name).Should().Contain(["classifier.text", "classifier.bias", "classifier.cues.focus.rate", "rounding"]);
        assessment.Probability.Should().NotBeNull();
        schema.Validate(assessment.ToJson()).Should().BeEmpty();
    }

    [Fact]
    public async Task What_moved_a_classifier_fits_the_schema_and_stands_beside_the_assessment()
    {
        JsonSchema schema = await Schema();
        var conversation = new Conversation { Messages = [new Message { Sender = "a\uD800", Text = "our little secret" }, new Message { Sender = "a\uD800", Text = "send me a picture" }] };
        var analyzer = FusedPack.Analyzer;
        var state = analyzer.Start();
        conversation.Messages.ToList().ForEach(message => analyzer.Append(state, message));
        var assessment = analyzer.Assess(state);
        var texts = analyzer.ExplainText(conversation);
        texts.Should().Contain(text => text.Grams.Length > 0);

        string json = Written(assessment, texts, analyzer.ExplainFeatures(state));

        schema.Validate(json).Should().BeEmpty();
        json.Should().StartWith(assessment.ToJson()[..^1] + ",\"classifier\":{").And.Contain("\"sender\":\"a\\uFFFD\"").And.NotContain("little");
        schema.Validate(Written(assessment, [], null)).Should().BeEmpty();
        schema.Validate(json.Replace("\"otherGrams\"", "\"text\"", StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    private static string Written(RiskAssessment assessment, ImmutableArray<MessageTextScore> texts, ClassifierExplanation? features)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            AssessmentJson.Write(writer, assessment, texts, features);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Task<JsonSchema> Schema()
    {
        DirectoryInfo directory = new(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(directory.FullName, "data-schemas")))
        {
            directory = directory.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds data-schemas.");
        }

        string path = Path.Combine(directory.FullName, "data-schemas", "assessment.schema.json");
        return JsonSchema.FromJsonAsync(File.ReadAllText(path), TestContext.Current.CancellationToken);
    }
}
