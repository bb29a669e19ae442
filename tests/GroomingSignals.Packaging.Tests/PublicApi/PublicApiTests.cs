using System.Reflection;
using PublicApiGenerator;

namespace GroomingSignals.Packaging.Tests.PublicApi;

/// <summary>
/// The public surface of each library is a checked-in text. A change shows in the review as a change of that text;
/// <c>eng/update-public-api.sh</c> writes it anew. The same text is in the package as <c>PublicApi.txt</c>.
/// </summary>
public sealed class PublicApiTests
{
    private static readonly bool Update =
        Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [Theory]
    [InlineData("GroomingSignals")]
    [InlineData("GroomingSignals.Data")]
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

        actual.Split('\n').Should().Equal(
            approved.Split('\n'),
            "a change of the public surface is deliberate: run eng/update-public-api.sh, read the difference and commit it");
    }
}
