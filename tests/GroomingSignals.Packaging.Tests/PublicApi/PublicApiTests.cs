using System.Reflection;
using PublicApiGenerator;

namespace GroomingSignals.Packaging.Tests.PublicApi;

/// <summary>
/// The public surface of each library is a checked-in text. A change shows in the review as a change of that text;
/// <c>eng/update-public-api.sh</c> writes it anew. The same text is in the package as <c>PublicApi.txt</c>.
/// </summary>
public sealed class PublicApiTests
{
    private const string Advice =
        "a change of the public surface is deliberate: run eng/update-public-api.sh, read the difference and commit it";

    private static readonly bool Update =
        Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Theory]
    [InlineData("GroomingSignals")]
    [InlineData("GroomingSignals.Data")]
    [InlineData("GroomingSignals.Evaluation")]
    [InlineData("GroomingSignals.Hosting")]
    [InlineData("GroomingSignals.Training")]
    [InlineData("GroomingSignals.Workbench")]
    public void ThePublicSurfaceIsTheApprovedOne(string library)
    {
        string actual = Assembly.Load(library).GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
            DenyNamespacePrefixes = [],
        }).ReplaceLineEndings("\n").TrimEnd() + "\n";
        string path = RepositoryRoot.File("tests", "GroomingSignals.Packaging.Tests", "PublicApi", library + ".approved.txt");
        if (Update)
        {
            File.WriteAllText(path, actual);
        }

        string approved = File.ReadAllText(path).ReplaceLineEndings("\n");

        Difference(approved.Split('\n'), actual.Split('\n')).Should().BeEmpty(Advice);
        (actual == approved).Should().BeTrue(Advice);
    }

    [Fact]
    public void TheDifferenceIsThatOfALineAddedAndALineRemoved() =>
        Difference(["a", "b", "b"], ["b", "b", "b", "c"]).Should().Equal("- a", "+ b", "+ c");

    /// <summary>The lines that went and came, with those that repeat counted, so that a failure shows them and not two whole texts.</summary>
    private static IEnumerable<string> Difference(string[] before, string[] after)
    {
        Dictionary<string, int> balance = [];
        foreach (string line in before)
        {
            balance[line] = balance.GetValueOrDefault(line) - 1;
        }

        foreach (string line in after)
        {
            balance[line] = balance.GetValueOrDefault(line) + 1;
        }

        return balance.Where(line => line.Value != 0)
            .SelectMany(line => Enumerable.Repeat((line.Value < 0 ? "- " : "+ ") + line.Key, Math.Abs(line.Value)));
    }
}
