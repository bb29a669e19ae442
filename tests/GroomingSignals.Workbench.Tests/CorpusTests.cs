using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

public sealed class CorpusTests
{
    [Fact]
    public async Task Unlabelled_csv_has_a_queue_and_curves_of_the_corpus()
    {
        const string data = "conversation_id,sender_id,sender_age_band,text\nc1,a,adult,dont tell your mom ok\nc1,b,13-15,hi\nc1,a,adult,whats your address\nc2,a,,hello\n";
        await using OpenWorkbench open = await OpenWorkbench.StartAsync(data, "csv");
        JsonElement corpus = (await open.CallAsync("state")).GetProperty("corpus");
        corpus.GetProperty("conversations").GetInt32().Should().Be(2);
        corpus.GetProperty("positives").GetInt32().Should().Be(0);
        JsonElement curve = await open.CallAsync("curve", """{"track":"adult-to-minor","thresholds":null,"workload":null}""");
        curve.GetProperty("points").EnumerateArray().Should().NotBeEmpty()
            .And.OnlyContain(p => p.GetProperty("recall").GetProperty("value").ValueKind == JsonValueKind.Null && p.GetProperty("conversations").GetInt32() == 1);
    }

    [Fact]
    public async Task What_cannot_be_read_is_counted_and_named_and_the_rest_is_scored()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync("""
            {"id":"a","messages":[{"sender":"x","text":"hi"}]}
            {"id":"b"
            {"id":"a","messages":[{"sender":"x","text":"hi"}]}
            """);
        JsonElement corpus = (await open.CallAsync("state")).GetProperty("corpus");
        corpus.GetProperty("conversations").GetInt32().Should().Be(1);
        corpus.GetProperty("unread").GetInt64().Should().Be(2);
        corpus.GetProperty("problems").EnumerateArray().Select(p => p.GetString()).Should().HaveCount(2).And.OnlyContain(p => p!.Contains("data.jsonl:"));
    }

    [Fact]
    public async Task Data_without_a_conversation_is_a_failure_that_says_so()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync("nothing here\n");
        (await open.Server.Scored).Should().BeFalse();
        open.Server.Failure.Should().Contain("data.jsonl:1");
        (await open.CallAsync("state")).GetProperty("stage").GetString().Should().Be("failed");
    }

    [Fact]
    public async Task The_ledger_of_a_conversation_ends_in_its_score_and_the_timeline_in_its_risk()
    {
        await using OpenWorkbench open = await OpenWorkbench.StartAsync();
        JsonElement view = await open.CallAsync("conversation", """{"index":1,"thresholds":{"adult-to-minor":{"review":0.5,"urgent":0.99}}}""");
        JsonElement assessment = view.GetProperty("assessment");
        decimal sum = assessment.GetProperty("baseline").GetDecimal() + assessment.GetProperty("contributions").EnumerateArray().Sum(c => c.GetProperty("value").GetDecimal());
        sum.Should().Be(assessment.GetProperty("rawScore").GetDecimal());
        assessment.GetProperty("severity").GetString().Should().Be("review", "the thresholds of the page hold");
        view.GetProperty("messages").EnumerateArray().Last().GetProperty("risk").GetDouble().Should().Be(assessment.GetProperty("risk").GetDouble());
        view.GetProperty("messages").EnumerateArray().SelectMany(m => m.EnumerateObject()).Should().NotContain(p => p.Name == "text");
    }
}
