using System.Xml.Linq;

namespace GroomingSignals.Tests.Architecture;

public sealed class DependencyArrowsTests
{
    private static readonly string[] Analysers =
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Meziantou.Analyzer"];

    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Arrows = new(StringComparer.Ordinal)
    {
        ["GroomingSignals"] = ([], ["YamlDotNet"]),
        ["GroomingSignals.Data"] = (["GroomingSignals"], ["CsvHelper"]),
        ["GroomingSignals.Evaluation"] = (["GroomingSignals", "GroomingSignals.Data"], []),
        ["GroomingSignals.Training"] =
            (["GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation"],
             ["Microsoft.ML", "Microsoft.ML.FastTree", "System.Numerics.Tensors"]),
        ["GroomingSignals.Hosting"] =
            (["GroomingSignals"],
             ["Microsoft.Data.Sqlite", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.Abstractions",
              "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions",
              "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options", "System.IO.Hashing"]),
        ["GroomingSignals.Workbench"] = (["GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation"], []),
        ["GroomingSignals.Cli"] =
            (["GroomingSignals", "GroomingSignals.Data", "GroomingSignals.Evaluation", "GroomingSignals.Training", "GroomingSignals.Workbench"], ["System.CommandLine", "Spectre.Console"]),
    };

    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static TheoryData<string> Projects => [.. RepositoryTree.Files(Path.Combine(RepositoryTree.Root, "src"), "*.csproj")
        .Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void EveryProductProjectHasItsArrowsWrittenHere() =>
        Projects.Select(row => row.Data).Should().BeEquivalentTo(Arrows.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectReferencesOnlyWhatTheArrowsAllow(string project)
    {
        XDocument file = XDocument.Load(Path.Combine(RepositoryTree.Root, "src", project, project + ".csproj"));
        (string[] projects, string[] packages) = Arrows[project];

        Included(file, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')))
            .Should().BeSubsetOf(projects);
        Included(file, "PackageReference").Should().BeSubsetOf([.. packages, .. Analysers]);
    }

    [Fact]
    public void TheCoreAssemblyReferencesYamlDotNetAndTheBaseClassLibraryOnly() =>
        typeof(Conversations.Conversation).Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => name != "YamlDotNet")
            .Should().OnlyContain(name => File.Exists(Path.Combine(RuntimeFolder, name + ".dll")));

    private static IEnumerable<string> Included(XDocument project, string item) =>
        project.Descendants(item).Select(element => (string)element.Attribute("Include")!);
}
