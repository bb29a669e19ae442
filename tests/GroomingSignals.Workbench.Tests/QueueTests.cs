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
