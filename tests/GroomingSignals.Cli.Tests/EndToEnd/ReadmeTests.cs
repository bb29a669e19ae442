using System.Text.RegularExpressions;
using GroomingSignals.Evaluation.Tests;

namespace GroomingSignals.Cli.Tests.EndToEnd;

public sealed partial class ReadmeTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void What_the_readme_shows_of_the_sample_is_what_analyze_prints()
    {
        string shown = Shown().Match(File.ReadAllText(RepositoryFile.Path("README.md")).ReplaceLineEndings("\n")).Groups["text"].Value;

        Tool.Result result = _tool.Run("analyze", RepositoryFile.Path("samples/data/conversations.jsonl"));

        shown.Should().NotBeEmpty();
        Trimmed(result.Output).Should().Contain(Trimmed(shown));
    }

    private static string Trimmed(string text) => string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));

    [GeneratedRegex("<!-- output: analyze -->\n```text\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
