using System.Text.RegularExpressions;

namespace GroomingSignals.Tests.Architecture;

public sealed class CoreRoomsTests
{
    private static readonly string[] Files = [.. RepositoryTree.SourceFiles(RepositoryTree.Core)];

    private static readonly ILookup<string, string> TypesOf =
        Files.ToLookup(RoomOf, file => Path.GetFileName(file).Split('.')[0], StringComparer.Ordinal);

    [Fact]
    public void EveryFolderOfTheCoreIsAKnownRoom() =>
        Directory.EnumerateDirectories(RepositoryTree.Core).Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj"))
            .Should().BeSubsetOf(CoreRooms.LeftToRight);

    [Fact]
    public void ARoomUsesOnlyTheRoomsToItsLeftAndPlainData()
    {
        string[] violations =
        [
            .. from file in Files
               let room = RoomOf(file)
               where room.Length > 0
               from used in CoreRooms.UsedBy(RepositoryTree.Code(file), TypesOf)
               where !CoreRooms.MayUse(room, used)
               select $"{RepositoryTree.Relative(file)} uses {used}, which stands to the right of {room}",
        ];

        violations.Should().BeEmpty();
    }

    [Fact]
    public void ANamespaceIsItsFolder()
    {
        string[] violations =
        [
            .. from file in Files
               let code = RepositoryTree.Code(file)
               let declared = Regex.Match(code, @"^namespace\s+([\w.]+)", RegexOptions.Multiline).Groups[1].Value
               let folder = Path.GetRelativePath(RepositoryTree.Core, Path.GetDirectoryName(file)!).Replace('\\', '/')
               let expected = folder == "." ? "GroomingSignals" : "GroomingSignals." + folder.Replace('/', '.')
               where declared.Length > 0 && declared != expected
               select $"{RepositoryTree.Relative(file)} declares {declared}, not {expected}",
        ];

        violations.Should().BeEmpty();
    }

    [Fact]
    public void NoRoomKnowsTheFacadeAboveThem()
    {
        string[] facade = [.. TypesOf[""].Where(name => name is not ("AssemblyInfo" or "GlobalUsings"))];
        string[] violations =
        [
            .. from file in Files
               where RoomOf(file).Length > 0
               let code = RepositoryTree.Code(file)
               from type in facade
               where Regex.IsMatch(code, $@"(?<![\w.""]){type}\b(?!"")")
               select $"{RepositoryTree.Relative(file)} uses {type}",
        ];

        violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("using GroomingSignals.Scoring;")]
    [InlineData("using Total = GroomingSignals.Scoring.Ledger;")]
    [InlineData("var x = GroomingSignals.Scoring.Ledger.Empty;")]
    [InlineData("Scoring.Ledger x = y;")]
    public void TheScanSeesEveryWayToNameARoom(string code)
    {
        ILookup<string, string> types = new[] { "Ledger" }.ToLookup(_ => "Scoring");

        CoreRooms.UsedBy(code, types).Should().Equal("Scoring");
    }

    [Theory]
    [InlineData("policy.Scoring.Ledger()")]
    [InlineData("Scoring.Length")]
    [InlineData("// using GroomingSignals.Scoring;")]
    public void TheScanDoesNotMistakeAPropertyOrACommentForARoom(string code)
    {
        ILookup<string, string> types = new[] { "Ledger" }.ToLookup(_ => "Scoring");

        CoreRooms.UsedBy(RepositoryTree.WithoutComments(code), types).Should().BeEmpty();
    }

    [Theory]
    [InlineData("Scoring", "Matching", true)]
    [InlineData("Matching", "Scoring", false)]
    [InlineData("Text", "Assessment", true)]
    [InlineData("Rules", "Rules", true)]
    public void TheOrderReadsFromLeftToRight(string room, string other, bool allowed) =>
        CoreRooms.MayUse(room, other).Should().Be(allowed);

    private static string RoomOf(string file)
    {
        string[] parts = Path.GetRelativePath(RepositoryTree.Core, file).Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }
}
