using GroomingSignals.RulePacks;

namespace GroomingSignals.Tests.RulePacks;

/// <summary>One problem a row: what is written after the header's four lines, and exactly what is said of it.</summary>
public sealed class BadPackTests
{
    [Theory]
    [InlineData("lexicons: @a", "GSR0002", 5, 11)]
    [InlineData("lexicons: &a {}", "GSR0004", 5, 11)]
    [InlineData("lexicons: *a", "GSR0004", 5, 11)]
    [InlineData("lexicons: !map {}", "GSR0004", 5, 11)]
    [InlineData("slots:\n  a: [x]\n  a: [y]", "GSR0005", 7, 3)]
    [InlineData("---\nschema: rule-pack/1", "GSR0006", 5, 1)]
    [InlineData("lexicons: [a]", "GSR0007", 5, 11)]
    [InlineData("rules: {}", "GSR0007", 5, 8)]
    [InlineData("lexicons:\n  a: { phrases: [] }", "GSR0007", 6, 17)]
    [InlineData("lexicons:\n  a:\n    phrases:\n    - {guardian} is here: now", "GSR0002", 8, 18)]
    [InlineData("lexicons:\n  a:\n    phrases:\n    - {guardian}", "GSR0007", 8, 7)]
    [InlineData("lexcons: {}", "GSR0008", 5, 1)]
    [InlineData("lexicons:\n  a: { phrases: [x], bondary: word }", "GSR0008", 6, 22)]
    [InlineData("lexicons:\n  a: { boundary: word }", "GSR0009", 6, 6)]
    [InlineData("lexicons:\n  a: { phrases: [x], boundary: words }", "GSR0010", 6, 32)]
    [InlineData("lexicons:\n  a: { phrases: [x], views: [folded, leets] }", "GSR0010", 6, 38)]
    [InlineData("lexicons:\n  Bad: { phrases: [x] }", "GSR0012", 6, 3)]
    [InlineData("slots:\n  n: [x]", "GSR0012", 6, 3)]
    [InlineData("partOf: other", "GSR0015", 5, 9)]
    [InlineData("slots:\n  a: [x]\nlexicons:\n  a: { phrases: [x] }", "GSR0016", 8, 3)]
    [InlineData("lexicons:\n  a: { phrases: [\"{gardian}\"] }\nslots:\n  guardian: [mom]", "GSR0017", 6, 18)]
    [InlineData("lexicons:\n  a: { phrases: [\"{other/guardian}\"] }", "GSR0018", 6, 18)]
    [InlineData("lexicons:\n  a: { extends: other/b, phrases: [x] }", "GSR0018", 6, 17)]
    [InlineData("lexicons:\n  a:\n    phrases:\n    - tell (a|b", "GSR0030", 8, 12)]
    [InlineData("lexicons:\n  a:\n    phrases:\n    - \"tell {\"", "GSR0030", 8, 13)]
    [InlineData("lexicons:\n  a: { phrases: [(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)] }", "GSR0031", 6, 18)]
    [InlineData("lexicons:\n  a: { phrases: [(a|) (b|)] }", "GSR0033", 6, 18)]
    [InlineData("slots:\n  a: [x, \"{b}\"]\n  b: [y]", "GSR0034", 6, 10)]
    [InlineData("lexicons:\n  a: { phrases: [x] }\n  b: { extends: a, phrases: [y], boundary: none }", "GSR0035", 7, 34)]
    [InlineData("lexicons:\n  a: { phrases: [x] }\n  b: { extends: a, phrases: [y] }\n  c: { extends: b, phrases: [z] }", "GSR0035", 8, 17)]
    [InlineData("patterns:\n  a: { regex: 'a(?=b)', anchor: digit }", "GSR0040", 6, 15)]
    [InlineData("patterns:\n  a: { regex: '(a)\\1', anchor: digit }", "GSR0040", 6, 15)]
    [InlineData("patterns:\n  a: { regex: '(a', anchor: digit }", "GSR0040", 6, 15)]
    [InlineData("patterns:\n  a: { regex: '[0-9]*', anchor: digit }", "GSR0041", 6, 15)]
    [InlineData("patterns:\n  a: { regex: '\\b', anchor: digit }", "GSR0041", 6, 15)]
    [InlineData("patterns:\n  a: { regex: '[0-9]' }", "GSR0009", 6, 6)]
    [InlineData("patterns:\n  a: { regex: '[0-9]', anchor: [two words] }", "GSR0042", 6, 33)]
    [InlineData("patterns:\n  a: { regex: '[0-9]', anchor: number }", "GSR0042", 6, 32)]
    [InlineData("numbers:\n  a: { kind: age, phrases: [i am old] }", "GSR0043", 6, 29)]
    [InlineData("numbers:\n  a: { kind: age, phrases: [\"{n}\"] }", "GSR0043", 6, 29)]
    [InlineData("numbers:\n  a: { kind: age, phrases: [\"{n} or {n}\"] }", "GSR0043", 6, 29)]
    [InlineData("numbers:\n  a: { kind: years, phrases: [\"im {n}\"] }", "GSR0010", 6, 14)]
    [InlineData("numbers:\n  a: { kind: age, phrases: [\"im {n}\"], range: [9, 5] }", "GSR0011", 6, 47)]
    [InlineData("numbers:\n  a: { kind: age, phrases: [\"im {n}\"], ageOffset: [5, 6] }", "GSR0044", 6, 51)]
    [InlineData("numbers:\n  a: { kind: school-year, phrases: [\"im {n}\"] }", "GSR0009", 6, 6)]
    [InlineData("lexicons:\n  a: { phrases: [x] }\nroles:\n  enacting: { lexicon: a }", "GSR0010", 8, 3)]
    [InlineData("roles:\n  quoting: { lexicon: a }", "GSR0017", 6, 23)]
    [InlineData("advice:\n  secrecy: { atRisk: a, reviewer: b }", "GSR0009", 6, 12)]
    [InlineData("advice:\n  secret: { atRisk: a, reviewer: b, source: c }", "GSR0010", 6, 3)]
    public void Of_the_parts_of_a_pack(string body, string id, int line, int column) =>
        Only(Packs.Problems(Packs.Header + body)).Should().Be((id, line, column));

    [Theory]
    [InlineData("", "GSR0006", 0, 0)]
    [InlineData("just text", "GSR0007", 1, 1)]
    [InlineData("schema: rule-pack/1", "GSR0014", 0, 0)]
    [InlineData("schema: rule-pack/2\npack: { id: a, version: 1.0.0 }", "GSR0013", 1, 9)]
    [InlineData("pack: { id: a, version: 1.0.0 }", "GSR0009", 1, 1)]
    [InlineData("schema: rule-pack/1\npack: { id: A b, version: 1.0.0 }", "GSR0012", 2, 13)]
    [InlineData("schema: rule-pack/1\npack: { id: a, version: 1.0 }", "GSR0012", 2, 25)]
    [InlineData("schema: rule-pack/1\npack: { id: a }", "GSR0009", 2, 7)]
    [InlineData("schema: rule-pack/1\npack: { id: a, version: 1.0.0, owner: b }", "GSR0008", 2, 32)]
    public void Of_the_header(string yaml, string id, int line, int column) =>
        Packs.Problems(yaml).Select(d => (d.Id, d.Line, d.Column)).Should().Contain((id, line, column));

    /// <summary>The rule's condition begins on line 21, column 9.</summary>
    [Theory]
    [InlineData("hello", "GSR0007", 0)]
    [InlineData("{ lexcon: hello }", "GSR0051", 2)]
    [InlineData("{ lexicon: hello, tag: like }", "GSR0051", 18)]
    [InlineData("{ lexicon: helo }", "GSR0017", 11)]
    [InlineData("{ lexicon: clock }", "GSR0017", 11)]
    [InlineData("{ lexicon: house-two/hello }", "GSR0018", 11)]
    [InlineData("{ lexicon: hello, by: listener }", "GSR0008", 18)]
    [InlineData("{ lexicon: hello, near: { lexicon: other, tokens: -1 } }", "GSR0011", 50)]
    [InlineData("{ lexicon: hello, near: { lexicon: no, tokens: 3 }, notNear: { lexicon: no } }", "GSR0053", 72)]
    [InlineData("{ number: age, tolerance: 2 }", "GSR0053", 26)]
    [InlineData("{ number: age, between: [9, 2] }", "GSR0011", 24)]
    [InlineData("{ number: age, between: [1, 2] }", "GSR0053", 10)]
    [InlineData("{ number: coins, contradicts: [declared-band] }", "GSR0053", 10)]
    [InlineData("{ number: age, contradicts: [declared] }", "GSR0010", 29)]
    [InlineData("{ tactic: secret }", "GSR0010", 10)]
    [InlineData("{ tactic: secrecy, subtype: money }", "GSR0050", 28)]
    [InlineData("{ tactic: gift-offer }", "GSR0058", null)]
    [InlineData("{ role: enacting }", "GSR0010", 8)]
    [InlineData("{ role: warning }", "GSR0053", null)]
    [InlineData("{ tag: picture }", "GSR0010", 7)]
    [InlineData("{ not: { lexicon: hello } }", "GSR0052", 0)]
    [InlineData("{ ageGap: { atLeast: 5 } }", "GSR0052", 0)]
    [InlineData("{ any: [ { lexicon: hello }, { ageGap: { atLeast: 5 } } ] }", "GSR0052", 0)]
    [InlineData("{ all: [] }", "GSR0007", 7)]
    [InlineData("{ atLeast: { count: 3, of: [ { lexicon: hello }, { tag: like } ] } }", "GSR0053", 20)]
    [InlineData("{ all: [ { lexicon: hello }, { speaker: { age: [old] } } ] }", "GSR0010", 48)]
    [InlineData("{ all: [ { lexicon: hello }, { speaker: {} } ] }", "GSR0009", 40)]
    [InlineData("{ all: [ { lexicon: hello }, { firstContact: {} } ] }", "GSR0009", 45)]
    [InlineData("{ all: [ { lexicon: hello }, { firstContact: { time: 24 } } ] }", "GSR0012", 53)]
    [InlineData("{ all: [ { lexicon: hello }, { timeOfDay: { from: 9pm, to: \"06:00\" } } ] }", "GSR0012", 50)]
    [InlineData("{ all: [ { lexicon: hello }, { timeOfDay: { from: \"06:00\", to: \"06:00\" } } ] }", "GSR0053", 42)]
    [InlineData("{ all: [ { lexicon: hello }, { timeOfDay: { from: \"06:00\", to: \"07:00\", zone: CET } } ] }", "GSR0012", 78)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 33, within: { messages: 40 } } }", "GSR0054", 44)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 5, within: { messages: 3 } } }", "GSR0053", 55)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 5, within: {} } }", "GSR0054", 55)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 5 } }", "GSR0009", 9)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 5, within: { messages: 1001 } } }", "GSR0011", 67)]
    [InlineData("{ count: { of: { lexicon: hello }, atLeast: 5, within: { time: 2y } } }", "GSR0012", 63)]
    [InlineData("{ count: { of: { ageGap: { atLeast: 5 } }, atLeast: 5, within: { time: 2d } } }", "GSR0055", 17)]
    [InlineData("{ count: { of: { lexicon: hello, by: both }, atLeast: 5, within: { time: 2d } } }", "GSR0010", 37)]
    [InlineData("{ distinct: { of: [ { lexicon: hello } ], atLeast: 2, within: { time: 2d } } }", "GSR0053", 51)]
    [InlineData("{ near: { of: [ { lexicon: hello } ], within: { time: 2d } } }", "GSR0054", 14)]
    [InlineData("{ sequence: { steps: [ { tag: like } ], within: { time: 2d } } }", "GSR0054", 21)]
    [InlineData("{ sequence: { steps: [ { tag: like }, { tag: like }, { tag: gift } ], within: { messages: 1 } } }", "GSR0053", 78)]
    [InlineData("{ sequence: { steps: [ { tag: like }, { tag: gift } ], within: { time: 2d }, bySameSpeaker: yes } }", "GSR0010", 92)]
    public void Of_a_condition(string when, string id, int? offset)
    {
        var (foundId, line, column) = Only(Packs.Problems(Packs.Header + Packs.Words + "rules:\n" + Packs.Rule(when)));
        foundId.Should().Be(id);
        (line, column).Should().Be(offset is { } at ? (21, 9 + at) : (17, 7));
    }

    [Theory]
    [InlineData("id: T-GFT-001", "id: gift", "GSR0012")]
    [InlineData("subtype: money", "subtype: moneys", "GSR0050")]
    [InlineData("tactic: gift-offer", "tactic: gifts", "GSR0010")]
    [InlineData("title: a rule", "title:", "GSR0009")]
    [InlineData("title: a rule", "title: a rule\n  status: beta", "GSR0010")]
    [InlineData("title: a rule", "title: a rule\n  mode: on", "GSR0010")]
    [InlineData("title: a rule", "title: a rule\n  priority: 1", "GSR0010")]
    [InlineData("title: a rule", "title: a rule\n  revision: 0", "GSR0011")]
    [InlineData("title: a rule", "title: a rule\n  roles: [acting]", "GSR0010")]
    [InlineData("title: a rule", "title: a rule\n  roles: [quoting]", "GSR0053")]
    [InlineData("title: a rule", "title: a rule\n  unknown: { treatAs: maybe }", "GSR0010")]
    [InlineData("title: a rule", "title: a rule\n  listener: { ages: [adult] }", "GSR0008")]
    [InlineData("title: a rule", "title: a rule\n  explain: \"{who} said it\"", "GSR0057")]
    [InlineData("title: a rule", "title: a rule\n  explain: \"{from\"", "GSR0057")]
    [InlineData("title: a rule", "titel: a rule\n  title: b", "GSR0008")]
    [InlineData("logOdds: 1.0", "logOdds: 0", "GSR0056")]
    [InlineData("logOdds: 1.0", "logOdds: 6.1", "GSR0056")]
    [InlineData("logOdds: 1.0", "logOdds: -1", "GSR0056")]
    [InlineData("logOdds: 1.0", "logOdds: \"1.0\"", "GSR0011")]
    [InlineData("logOdds: 1.0", "logOdds: 1_0", "GSR0011")]
    [InlineData("logOdds: 1.0", "logOdds: 1.0, cap: 0.9", "GSR0056")]
    [InlineData("logOdds: 1.0", "logOdds: 1.0, repeat: -0.1", "GSR0056")]
    [InlineData("logOdds: 1.0", "logOdds: 1.0, halfLife: 7", "GSR0012")]
    [InlineData("logOdds: 1.0", "logOdds: 1.0, halfLife: 0d", "GSR0012")]
    public void Of_a_rule(string instead, string written, string id)
    {
        string rule = Packs.Rule("{ lexicon: hello }").Replace(instead, written, StringComparison.Ordinal);
        Packs.Problems(Packs.Header + Packs.Words + "rules:\n" + rule).Select(d => d.Id).Should().Contain(id);
    }

    private static (string Id, int Line, int Column) Only(IReadOnlyList<PackDiagnostic> problems)
    {
        problems.Should().ContainSingle();
        return (problems[0].Id, problems[0].Line, problems[0].Column);
    }
}
