using GroomingSignals.Conversations;
using GroomingSignals.Tests.Architecture;

namespace GroomingSignals.Tests.Documents;

public sealed class TaxonomyPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryTree.Root, "docs", "taxonomy.md"));

    [Fact]
    public void The_page_has_a_row_for_each_tactic_as_the_code_describes_it() =>
        Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Should().Equal(
            Taxonomy.Tactics.Select(t => $"| `{t.Id}` | {t.Definition} | {string.Join(", ", t.Subtypes)} | {t.Source} |"));

    [Fact]
    public void The_page_names_the_version() => Page.Should().Contain($"version {Taxonomy.Version}");
}
