using System.Collections.Immutable;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>The tests of one <c>.tests.yaml</c> file.</summary>
/// <param name="File">The file, as the caller named it.</param>
/// <param name="Pack">The pack whose rules are tested.</param>
/// <param name="PackPosition">Where the file says so.</param>
/// <param name="Tests">The tests in the order of the file.</param>
internal sealed record RuleTestFile(string File, string Pack, SourcePosition PackPosition, ImmutableArray<RuleTest> Tests)
{
    private const string Ending = ".tests.yaml";

    /// <summary>Reads tests from text.</summary>
    /// <exception cref="RulePackException">The file has problems, all of which are listed.</exception>
    public static RuleTestFile Parse(string yaml, string fileName)
    {
        var diagnostics = new Diagnostics();
        var tests = new RuleTestReader(diagnostics).Read(PackFiles.Source(fileName, yaml));
        diagnostics.ThrowIfErrors();
        return tests!;
    }

    /// <summary>Loads the tests of a test file, of a pack's file (<c>x.tests.yaml</c> beside <c>x.yaml</c>), or of a folder.</summary>
    /// <exception cref="RulePackException">Files have problems, all of which are listed.</exception>
    public static ImmutableArray<RuleTestFile> Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var diagnostics = new Diagnostics();
        var reader = new RuleTestReader(diagnostics);
        ImmutableArray<RuleTestFile> files =
            [.. Names(path).Select(name => PackFiles.Read(name, diagnostics)).OfType<PackSource>().Select(reader.Read).OfType<RuleTestFile>()];
        diagnostics.ThrowIfErrors();
        return files;
    }

    /// <summary>The test files that belong to a path, in ordinal order; none when a pack has no tests.</summary>
    private static IEnumerable<string> Names(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path)
                .Where(file => file.EndsWith(Ending, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
        }

        if (path.EndsWith(Ending, StringComparison.Ordinal) || !System.IO.File.Exists(path))
        {
            return [path];
        }

        string beside = Path.ChangeExtension(path, null) + Ending;
        return System.IO.File.Exists(beside) ? [beside] : [];
    }
}
