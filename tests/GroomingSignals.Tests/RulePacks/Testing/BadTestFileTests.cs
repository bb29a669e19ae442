using System.Collections.Immutable;
using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Testing;

namespace GroomingSignals.Tests.RulePacks.Testing;

public sealed class BadTestFileTests
{
    private const string Header = "schema: rule-tests/1\npack: small\nparticipants: [{ id: a, age: adult }, { id: b }]\ntests:\n";

    private const string Test = "- rule: T-A-1\n  name: it\n  kind: positive\n  expect: match\n";

    [Theory]
    [InlineData("  messages:\n  - d: hi\n", "GSR1001", 10, 5)]
    [InlineData("  messages:\n  - { from: d, text: hi }\n", "GSR1001", 10, 13)]
    [InlineData("  messages:\n  - a: hi\n  towards: d\n", "GSR1001", 11, 12)]
    [InlineData("  messages:\n  - a: hi\n  participants: [{ id: a }, { id: b }, { id: a }]\n", "GSR1002", 11, 46)]
    [InlineData("  messages:\n  - a: hi\n  participants: [{ id: a }]\n", "GSR1003", 5, 3)]
    [InlineData("  messages:\n  - a: hi\n  towards: a\n", "GSR1003", 5, 3)]
    [InlineData("  messages:\n  - { from: a, text: hi, id: x }\n  - { from: a, text: ok, id: x }\n", "GSR1004", 11, 5)]
    [InlineData("  messages:\n  - a: hi\n  firstMatch: 2\n", "GSR1006", 11, 15)]
    [InlineData("  messages:\n  - a: hi\n  risk: { atLeast: 0.9, atMost: 0.1 }\n", "GSR1006", 11, 9)]
    [InlineData("  messages:\n  - a: hi\n  risk: { atLeast: 2 }\n", "GSR0011", 11, 20)]
    [InlineData("  messages:\n  - a: hi\n  risk: {}\n", "GSR0009", 11, 9)]
    [InlineData("  messages:\n  - a: hi\n  variants: [upside-down]\n", "GSR0010", 11, 14)]
    [InlineData("  messages:\n  - a: hi\n  delivery: [late]\n", "GSR0010", 11, 14)]
    [InlineData("  messages:\n  - a: hi\n  notes: none\n", "GSR0008", 11, 3)]
    [InlineData("  messages:\n  - { from: a, text: hi, after: 5 }\n", "GSR0012", 10, 33)]
    [InlineData("  messages:\n  - { from: a, tags: [photo] }\n", "GSR0010", 10, 23)]
    [InlineData("  messages:\n  - { from: a }\n", "GSR0009", 10, 5)]
    [InlineData("  messages:\n  - hi\n", "GSR0007", 10, 5)]
    [InlineData("  messages:\n  - { a: hi, b: ok }\n", "GSR0007", 10, 5)]
    [InlineData("  messages: []\n", "GSR0007", 9, 13)]
    public void Every_problem_has_its_id_and_place(string body, string id, int line, int column) =>
        Problems(Header + Test + body).Select(d => (d.Id, d.Line, d.Column)).Should().Equal((id, line, column));

    [Theory]
    [InlineData("kind: positive", "kind: near-miss", "GSR1005")]
    [InlineData("kind: positive", "kind: swapped", "GSR1005")]
    [InlineData("expect: match", "expect: no-match", "GSR1005")]
    [InlineData("kind: positive", "kind: good", "GSR0010")]
    [InlineData("rule: T-A-1", "rule: T1", "GSR0012")]
    [InlineData("name: it", "title: it", "GSR0009")]
    public void So_has_a_problem_of_the_test_itself(string written, string changed, string id) =>
        Problems(Header + Test.Replace(written, changed, StringComparison.Ordinal) + "  messages:\n  - a: hi\n").Should().Contain(d => d.Id == id);

    [Fact]
    public void Where_no_match_is_expected_spans_have_nothing_to_say() =>
        Problems(Header + "- rule: T-A-1\n  name: it\n  kind: near-miss\n  expect: no-match\n  messages:\n  - a: hi\n  spans: [hi]\n")
            .Should().ContainSingle().Which.Id.Should().Be("GSR1006");

    [Fact]
    public void A_folder_gives_its_test_files_in_order_and_a_pack_its_own()
    {
        var folder = Directory.CreateTempSubdirectory("rule-tests");
        try
        {
            string text = Header + Test + "  messages:\n  - a: hi\n";
            File.WriteAllText(Path.Combine(folder.FullName, "b.tests.yaml"), text);
            File.WriteAllText(Path.Combine(folder.FullName, "a.tests.yaml"), text);
            File.WriteAllText(Path.Combine(folder.FullName, "a.yaml"), "schema: rule-pack/1");
            File.WriteAllText(Path.Combine(folder.FullName, "c.yaml"), "schema: rule-pack/1");
            Names(folder.FullName).Should().Equal("a.tests.yaml", "b.tests.yaml");
            Names(Path.Combine(folder.FullName, "a.yaml")).Should().Equal("a.tests.yaml");
            Names(Path.Combine(folder.FullName, "b.tests.yaml")).Should().Equal("b.tests.yaml");
            Names(Path.Combine(folder.FullName, "c.yaml")).Should().BeEmpty("a pack without tests is no broken pack");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static IEnumerable<string> Names(string path) => RuleTestFile.Load(path).Select(f => Path.GetFileName(f.File));
    }

    private static ImmutableArray<PackDiagnostic> Problems(string yaml)
    {
        var parse = () => RuleTestFile.Parse(yaml, "small.tests.yaml");
        return parse.Should().Throw<RulePackException>().Which.Diagnostics;
    }
}
