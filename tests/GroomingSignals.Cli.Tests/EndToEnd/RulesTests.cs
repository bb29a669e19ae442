using System.Text.Json;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed class RulesTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void List_filters_by_tactic_and_status()
    {
        Tool.Result result = _tool.Run("rules", "list", "--tactic", "secrecy", "--status", "stable", "--format", "json", "--rules", _tool.SmallPack);
        result.Code.Should().Be(0);
        using JsonDocument json = JsonDocument.Parse(result.Output);
        json.RootElement.GetArrayLength().Should().BePositive();
        json.RootElement.EnumerateArray().Should().OnlyContain(r =>
            r.GetProperty("tactic").GetString() == "secrecy" && r.GetProperty("status").GetString() == "stable" && r.GetProperty("logOdds").GetDecimal() > 0);
    }

    [Fact]
    public void List_is_a_table_with_one_line_a_rule()
    {
        Tool.Result result = _tool.Run("rules", "list", "--tactic", "secrecy", "--rules", _tool.SmallPack);
        result.Code.Should().Be(0);
        result.Output.Should().MatchRegex("ID +TACTIC +SUBTYPE +STATUS +POINTS +TITLE").And.MatchRegex(@"GS-SEC-001 +secrecy");
    }

    [Fact]
    public void Show_says_what_a_rule_asks_for_and_what_it_says()
    {
        Tool.Result result = _tool.Run("rules", "show", "gs-sec-001", "--rules", _tool.SmallPack);
        result.Code.Should().Be(0);
        result.Output.Should().Contain("GS-SEC-001").And.Contain("secrecy / ").And.Contain("log-odds").And.Contain("lexicon ncmec-en/");
    }

    [Fact]
    public void A_rule_that_is_not_there_is_named_with_its_neighbours()
    {
        Tool.Result result = _tool.Run("rules", "show", "GS-SEC-999", "--rules", _tool.SmallPack);
        result.Code.Should().Be(2);
        result.Error.Should().Contain("there is no rule 'GS-SEC-999'; there are GS-SEC-001");
    }

    [Fact]
    public void Explain_shows_why_a_rule_fired()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        Tool.Result result = _tool.Run("rules", "explain", "GS-SEC-001", file, "--rules", _tool.SmallPack, "--conversation", "secret");
        result.Code.Should().Be(0);
        result.Output.Should().MatchRegex("fired: matched 1 of [0-9]+").And.Contain("message m3  ann → bo  matched").And.Contain("at 0..18")
            .And.NotContain("dont tell");
        _tool.Run("rules", "explain", "GS-SEC-001", file, "--rules", _tool.SmallPack, "--conversation", "secret", "--show-text").Output.Should().Contain("“dont tell your mom ok”");
    }

    [Fact]
    public void Explain_shows_why_a_rule_did_not_fire()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet);
        Tool.Result result = _tool.Run("rules", "explain", "GS-SEC-001", file, "--rules", _tool.SmallPack);
        result.Code.Should().Be(0);
        result.Output.Should().Contain("did not fire").And.MatchRegex("not tried .*: m1, m2");
    }

    [Fact]
    public void Where_nobody_chose_a_conversation_of_several_it_is_said_which_is_explained()
    {
        string several = _tool.File("several.jsonl", Lines.Secret, "{ not a conversation");
        string one = _tool.File("one.jsonl", Lines.Secret);

        Tool.Result first = _tool.Run("rules", "explain", "GS-SEC-001", several, "--rules", _tool.SmallPack);

        first.Code.Should().Be(0);
        first.Error.Should().Be("grooming-signals: only the first conversation is explained; --conversation ID explains another\n");
        _tool.Run("rules", "explain", "GS-SEC-001", one, "--rules", _tool.SmallPack).Error.Should().BeEmpty();
        _tool.Run("rules", "explain", "GS-SEC-001", several, "--rules", _tool.SmallPack, "--conversation", "secret").Error.Should().BeEmpty();
    }

    [Fact]
    public void Explain_needs_a_conversation_that_is_there()
    {
        string file = _tool.File("a.jsonl", Lines.Quiet, "not json");
        Tool.Result result = _tool.Run("rules", "explain", "GS-SEC-001", file, "--conversation", "other", "--rules", _tool.SmallPack);
        result.Code.Should().Be(2);
        result.Error.Should().Contain("holds no conversation 'other'").And.Contain("a.jsonl:2: ");
        _tool.Run("rules", "explain", "GS-SEC-001", _tool.Path("none.jsonl"), "--rules", _tool.SmallPack).Code.Should().Be(2);
    }

    [Fact]
    public void Diff_of_a_pack_with_itself_finds_nothing()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        Tool.Result result = _tool.Run("rules", "diff", _tool.SmallPack, _tool.SmallPack, "--data", data);
        (result.Code, result.Error).Should().Be((0, ""));
        result.Output.Should().StartWith("2 conversations: 0 change severity (0 raised, 0 lowered)\n").And.Contain("0 enter, 0 leave").And.NotContain("LEDGER LINE");
    }

    [Fact]
    public void Diff_names_the_conversations_that_change_and_the_ledger_lines_that_did_it()
    {
        string data = _tool.File("a.jsonl", Lines.Quiet, Lines.Secret);
        string pack = HousePack("ncmec-en", "bus");
        Tool.Result table = _tool.Run("rules", "diff", _tool.SmallPack, pack, "--data", data);
        table.Code.Should().Be(1);
        table.Output.Should().Contain("quiet  ").And.MatchRegex(@"HOUSE-BUS-001 +- +\+5\.000 +\+5\.000").And.Contain("raised");
        Tool.Result json = _tool.Run("rules", "diff", _tool.SmallPack, pack, "--data", data, "--format", "json");
        json.Code.Should().Be(1);
        using JsonDocument parsed = JsonDocument.Parse(json.Output);
        parsed.RootElement.GetProperty("changes")[0].GetProperty("lines").EnumerateArray()
            .Should().Contain(l => l.GetProperty("name").GetString() == "HOUSE-BUS-001" && l.GetProperty("new").GetDecimal() == 5m);
        parsed.RootElement.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("name").GetString()).Should().Contain("HOUSE-BUS-001");
    }

    [Fact]
    public void Diff_says_how_many_scores_move_though_the_severity_stays()
    {
        string data = _tool.File("a.jsonl", Lines.Empty, Lines.Quiet);
        string pack = HousePack("ncmec-en", "bus", "0.1");
        Tool.Result up = _tool.Run("rules", "diff", _tool.SmallPack, pack, "--data", data);
        up.Code.Should().Be(0);
        up.Output.Should().StartWith("2 conversations: 0 change severity (0 raised, 0 lowered); scores of the others: 1 higher, 0 lower\nfurthest: quiet  ")
            .And.MatchRegex(@"a\.jsonl:2  none 0\.\d{3} → 0\.\d{3}  \+0\.100\n");
        Tool.Result down = _tool.Run("rules", "diff", pack, _tool.SmallPack, "--data", data, "--format", "json");
        using JsonDocument parsed = JsonDocument.Parse(down.Output);
        JsonElement moved = parsed.RootElement.GetProperty("moved");
        (moved.GetProperty("higher").GetInt32(), moved.GetProperty("lower").GetInt32()).Should().Be((0, 1));
        moved.GetProperty("furthest").GetProperty("conversationId").GetString().Should().Be("quiet");
    }

    [Fact]
    public void A_private_pack_stands_beside_another()
    {
        string output = _tool.Analyze(_tool.File("a.jsonl", Lines.Secret), "--rules", HousePack("house", "bus"), "--format", "ndjson").Output;
        output.Should().Contain("\"HOUSE-BUS-001\"").And.Contain("\"GS-SEC-001\"");
    }

    [Fact]
    public void A_private_pack_extends_a_lexicon_of_another()
    {
        string pack = _tool.File("house.yaml", "schema: rule-pack/1", "pack:", "  id: house", "  version: 1.0.0", "  languages: [en]", "  description: a pack of a platform",
            "lexicons:", "  slang:", "    extends: ncmec-en/secrecy.ask", "    phrases:", "    - the bus was late");
        _tool.Analyze(_tool.File("a.jsonl", Lines.Quiet), "--rules", pack, "--format", "ndjson").Output
            .Should().Contain("\"ruleId\":\"GS-SEC-001\"");
    }

    /// <summary>A pack whose one rule finds neutral words.</summary>
    private string HousePack(string id, string lexicon, string logOdds = "5") => _tool.File("house.yaml",
        "schema: rule-pack/1",
        "pack:",
        $"  id: {id}",
        "  version: 1.0.0",
        "  languages: [en]",
        "  description: a pack of a platform",
        "lexicons:",
        $"  {lexicon}:",
        "    phrases:",
        "    - the bus was late",
        "rules:",
        "- id: HOUSE-BUS-001",
        "  title: Says that the bus was late",
        "  tactic: secrecy",
        "  subtype: conceal",
        "  status: experimental",
        "  when:",
        $"    lexicon: {lexicon}",
        $"  score: {{ logOdds: {logOdds} }}",
        "  explain: \"{from} told {towards} about the bus\"");
}
