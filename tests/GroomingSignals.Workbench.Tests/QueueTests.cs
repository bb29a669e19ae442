using System.Text.Json;

namespace GroomingSignals.Workbench.Tests;

public sealed class QueueTests : IAsyncLifetime
{
    private OpenWorkbench _open = null!;

    public async ValueTask InitializeAsync() => _open = await OpenWorkbench.StartAsync();

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [Fact]
    public async Task The_most_severe_and_the_highest_risk_stand_in_front()
    {
        JsonElement[] rows = await Rows("null");
        rows.Should().NotBeEmpty();
        (int, double)[] order = [.. rows.Select(r => (r.GetProperty("severity").GetString() == "urgent" ? 1 : 0, r.GetProperty("risk").GetDouble()))];
        order.Should().Equal(order.OrderByDescending(o => o.Item1).ThenByDescending(o => o.Item2));
    }

    [Fact]
    public async Task Each_row_says_why_in_one_sentence()
    {
        foreach (JsonElement row in await Rows("null"))
        {
            row.GetProperty("why").GetString().Should().MatchRegex(@"^[^.]*(?:0\.\d{3}[^.]*)*\.$").And.Contain(" towards ");
        }
    }

    [Fact]
    public async Task A_conversation_that_leaves_is_told_with_the_threshold_that_it_misses_now()
    {
        const string settings = """{"adult-to-minor":{"review":0.9999,"urgent":0.9999},"unknown-to-minor":{"review":0.9999,"urgent":0.9999}}""";
        JsonElement[] leaving =
        [
            .. (await _open.CallAsync("queue", $$"""{"thresholds":{{settings}},"filter":{"change":"leaving"},"offset":0,"count":200}""")).GetProperty("rows").EnumerateArray(),
        ];
        leaving.Should().NotBeEmpty();
        foreach (JsonElement row in leaving)
        {
            row.GetProperty("why").GetString().Should().MatchRegex("^Risk 0\\.[0-9]+ is below 0\\.9999 for review: ");
            (await _open.CallAsync("conversation", $$"""{"index":{{row.GetProperty("index").GetInt32()}},"thresholds":{{settings}}}""")).GetProperty("why").GetString()
                .Should().Be(row.GetProperty("why").GetString());
        }
    }

    [Theory]
    [InlineData(0.3, 0.99)]
    [InlineData(0.999, 0.9999)]
    [InlineData(0.95, 0.99)]
    public async Task What_the_operating_point_says_of_who_moves_is_what_the_queue_shows(double review, double urgent)
    {
        string settings = string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{"adult-to-minor":{"review":{{review}},"urgent":{{urgent}}} }""");
        JsonElement moves = (await _open.CallAsync("point", $$"""{"track":"adult-to-minor","thresholds":{{settings}},"workload":null}""")).GetProperty("moves");
        JsonElement queue = await _open.CallAsync("queue", $$"""{"thresholds":{{settings}},"filter":null,"offset":0,"count":0}""");
        foreach (string change in (string[])["entering", "leaving", "moving"])
        {
            moves.GetProperty(change).GetInt32().Should().Be(queue.GetProperty(change).GetInt32(), change);
        }

        (moves.GetProperty("entering").GetInt32() + moves.GetProperty("leaving").GetInt32() + moves.GetProperty("moving").GetInt32()).Should().BePositive();
    }

    [Theory]
    [InlineData("""{"tactic":"secrecy"}""")]
    [InlineData("""{"rule":"GS-SEC-001"}""")]
    [InlineData("""{"track":"adult-to-minor"}""")]
    [InlineData("""{"severity":"review"}""")]
    public async Task A_filter_leaves_what_it_names(string filter)
    {
        JsonElement[] all = await Rows("null");
        JsonElement[] kept = await Rows(filter);
        kept.Length.Should().BeInRange(1, all.Length - 1);
        JsonElement wanted = JsonElement.Parse(filter);
        foreach (JsonElement row in kept)
        {
            if (wanted.TryGetProperty("tactic", out JsonElement tactic))
            {
                row.GetProperty("tactics").EnumerateArray().Select(t => t.GetString()).Should().Contain(tactic.GetString());
            }

            if (wanted.TryGetProperty("track", out JsonElement track))
            {
                row.GetProperty("track").GetString().Should().Be(track.GetString());
            }

            if (wanted.TryGetProperty("severity", out JsonElement severity))
            {
                row.GetProperty("severity").GetString().Should().Be(severity.GetString());
            }
        }
    }

    [Fact]
    public async Task A_rule_filter_keeps_what_the_rule_found()
    {
        int[] kept = [.. (await Rows("""{"rule":"GS-SEC-001"}""")).Select(r => r.GetProperty("index").GetInt32())];
        foreach (JsonElement row in await Rows("null"))
        {
            int index = row.GetProperty("index").GetInt32();
            JsonElement view = await _open.CallAsync("conversation", $$"""{"index":{{index}},"thresholds":null}""");
            bool found = view.GetProperty("assessment").GetProperty("evidence").EnumerateArray().Any(e => e.GetProperty("ruleId").GetString() == "GS-SEC-001");
            kept.Contains(index).Should().Be(found);
        }
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        int[] all = [.. (await Rows("null")).Select(r => r.GetProperty("index").GetInt32())];
        List<int> paged = [];
        for (int offset = 0; offset < all.Length; offset += 7)
        {
            JsonElement page = await _open.CallAsync("queue", $$"""{"thresholds":null,"filter":null,"offset":{{offset}},"count":7}""");
            paged.AddRange(page.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("index").GetInt32()));
        }

        paged.Should().Equal(all);
    }

    private async Task<JsonElement[]> Rows(string filter) => [.. (await QueueAgreementTests.Page(_open, "null", filter)).GetProperty("rows").EnumerateArray()];
}
