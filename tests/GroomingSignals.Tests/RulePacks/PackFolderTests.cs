using GroomingSignals.RulePacks;

namespace GroomingSignals.Tests.RulePacks;

public sealed class PackFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("packs");

    [Fact]
    public void The_files_of_a_folder_are_one_pack()
    {
        Write("a.yaml", "schema: rule-pack/1\npartOf: house\nrules:\n" + Packs.Rule("{ lexicon: hello }"));
        Write("b.yaml", Packs.Header + Packs.Words);
        Write("b.tests.yaml", "not: a pack");
        Write("notes.txt", "not a pack");
        var pack = RulePack.Load(_folder.FullName);
        pack.Id.Should().Be("house");
        RuleSetBinder.Bind([pack]).Rules.Should().ContainSingle();
    }

    [Fact]
    public void The_hash_follows_names_and_contents()
    {
        Write("b.yaml", Packs.Header);
        string before = RulePack.Load(_folder.FullName).Hash;
        RulePack.Load(Path.Combine(_folder.FullName, "b.yaml")).Hash.Should().Be(before);
        Write("a.yaml", "schema: rule-pack/1\npartOf: house");
        RulePack.Load(_folder.FullName).Hash.Should().NotBe(before);
    }

    [Fact]
    public void One_file_has_the_header_and_the_others_name_it()
    {
        Write("a.yaml", Packs.Header);
        Write("b.yaml", Packs.Header);
        Write("c.yaml", "schema: rule-pack/1\npartOf: horse");
        Problems().Should().Equal(("GSR0014", "b.yaml", 2), ("GSR0015", "c.yaml", 2));
    }

    [Fact]
    public void A_name_is_taken_in_all_files()
    {
        Write("a.yaml", Packs.Header + "slots:\n  x: [a]");
        Write("b.yaml", "schema: rule-pack/1\npartOf: house\nslots:\n  x: [b]");
        Problems().Should().Equal(("GSR0016", "b.yaml", 4));
    }

    [Fact]
    public void Files_that_cannot_be_read_are_told()
    {
        Problems().Should().Equal(("GSR0001", _folder.Name, 0));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "a.yaml"), [0x61, 0xFF]);
        Problems().Should().Equal(("GSR0001", "a.yaml", 0));
        FluentActions.Invoking(() => RulePack.Load(Path.Combine(_folder.FullName, "none.yaml"))).Should().Throw<RulePackException>()
            .Which.Diagnostics.Single().Id.Should().Be("GSR0001");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private (string Id, string File, int Line)[] Problems()
    {
        try
        {
            RulePack.Load(_folder.FullName);
            return [];
        }
        catch (RulePackException e)
        {
            return [.. e.Diagnostics.Where(d => d.Severity == PackDiagnosticSeverity.Error).Select(d => (d.Id, Path.GetFileName(d.File), d.Line))];
        }
    }
}
