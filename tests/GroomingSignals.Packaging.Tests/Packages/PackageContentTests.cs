using System.Text;
using System.Xml.Linq;

namespace GroomingSignals.Packaging.Tests.Packages;

[Collection(PackedCoreGroup.Name)]
public sealed class PackageContentTests(PackedCore packed)
{
    private const string Assembly = "lib/net10.0/GroomingSignals.dll";
    private const string Symbols = "lib/net10.0/GroomingSignals.pdb";

    [Fact]
    public void ThePackageHoldsReadmeLicenceDocumentationAndPublicApi() =>
        PackedCore.EntriesOf(packed.Package).Should()
            .Contain(["README.md", "LICENSE", "PublicApi.txt", Assembly, "lib/net10.0/GroomingSignals.xml"]);

    [Fact]
    public void ThePackageHoldsNothingElse() =>
        PackedCore.EntriesOf(packed.Package)
            .Where(entry => !entry.StartsWith("_rels/", StringComparison.Ordinal) && !entry.StartsWith("package/", StringComparison.Ordinal))
            .Should().BeEquivalentTo(
                "[Content_Types].xml", "GroomingSignals.nuspec", "README.md", "LICENSE", "PublicApi.txt", Assembly, "lib/net10.0/GroomingSignals.xml");

    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("LICENSE", "LICENSE")]
    [InlineData("PublicApi.txt", "tests/GroomingSignals.Packaging.Tests/PublicApi/GroomingSignals.approved.txt")]
    public void APackedTextIsTheOneInTheRepository(string entry, string source) =>
        PackedCore.Read(packed.Package, entry).Should().Equal(File.ReadAllBytes(RepositoryRoot.File(source.Split('/'))));

    [Fact]
    public void TheDocumentationCoversTheMembers() =>
        Encoding.UTF8.GetString(PackedCore.Read(packed.Package, "lib/net10.0/GroomingSignals.xml")).Should()
            .Contain("T:GroomingSignals.Conversations.Conversation").And
            .Contain("P:GroomingSignals.Assessment.RiskAssessment.RawScore");

    [Fact]
    public void TheMetadataNamesLicenceReadmeRepositoryAndCommitAndNoIcon()
    {
        XElement metadata = Metadata();

        Value(metadata, "id").Should().Be("GroomingSignals");
        Value(metadata, "license").Should().Be("MIT");
        Value(metadata, "readme").Should().Be("README.md");
        Value(metadata, "description").Should().NotBeNullOrWhiteSpace();
        Value(metadata, "tags").Should().Contain("child-safety");
        Element(metadata, "icon").Should().BeNull();
        XElement repository = Element(metadata, "repository")!;
        ((string?)repository.Attribute("type")).Should().Be("git");
        ((string?)repository.Attribute("url")).Should().StartWith("https://github.com/");
        ((string?)repository.Attribute("commit")).Should().Be(PackedCore.Commit);
    }

    [Fact]
    public void TheOnlyDependencyIsYamlDotNet() =>
        Metadata().Descendants().Where(element => element.Name.LocalName == "dependency")
            .Select(element => (string?)element.Attribute("id"))
            .Should().Equal("YamlDotNet");

    [Fact]
    public void TheSymbolPackageHoldsTheSymbolsOfTheAssembly()
    {
        DebugInformation debug = new(PackedCore.Read(packed.Package, Assembly), PackedCore.Read(packed.Symbols, Symbols));

        debug.AssemblyNamesTheseSymbols.Should().BeTrue();
    }

    [Fact]
    public void SourceLinkLeadsToTheCommitOnGitHub()
    {
        DebugInformation debug = new(PackedCore.Read(packed.Package, Assembly), PackedCore.Read(packed.Symbols, Symbols));

        debug.SourceLink.Should().Contain($"https://raw.githubusercontent.com/grooming-signals/grooming-signals/{PackedCore.Commit}/*");
        debug.Documents.Should().Contain("/_/src/GroomingSignals/Conversations/Message.cs");
    }

    [Fact]
    public void TheBuildIsDeterministicAndNamesNoPathOfTheMachine()
    {
        DebugInformation debug = new(PackedCore.Read(packed.Package, Assembly), PackedCore.Read(packed.Symbols, Symbols));

        debug.IsReproducible.Should().BeTrue();
        debug.Documents.Should().NotBeEmpty().And.OnlyContain(document => document.StartsWith("/_", StringComparison.Ordinal));
    }

    private static string? Value(XElement metadata, string name) => Element(metadata, name)?.Value;

    private static XElement? Element(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name);

    private XElement Metadata() =>
        XDocument.Parse(Encoding.UTF8.GetString(PackedCore.Read(packed.Package, "GroomingSignals.nuspec")).TrimStart('\uFEFF'))
            .Root!.Elements().Single();
}
