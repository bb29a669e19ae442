using GroomingSignals.Matching;
using GroomingSignals.RulePacks;
using GroomingSignals.Tests.Architecture;

namespace GroomingSignals.Tests.RulePacks;

/// <summary>The built-in pack is loaded without the checks that cost a process its start: here they are all made.</summary>
public sealed class BuiltInPackTests
{
    private static readonly string Folder = Path.Combine(RepositoryTree.Core, "RulePacks", "ncmec-en");

    [Fact]
    public void All_checks_have_nothing_to_say() => RulePack.LoadBuiltIn().Warnings.Should().BeEmpty();

    [Fact]
    public void Its_files_loaded_as_anybody_elses_with_all_checks_are_the_same_pack()
    {
        var builtIn = RulePack.LoadBuiltIn();
        var checkedToo = RulePack.Load(Folder);
        checkedToo.Hash.Should().Be(builtIn.Hash);
        var (one, other) = (RuleSetBinder.Bind([builtIn]), RuleSetBinder.Bind([checkedToo]));
        one.Cues.Cues.Select(Text).Should().Equal(other.Cues.Cues.Select(Text));
        one.Cues.Roles.Should().Equal(other.Cues.Roles);
        one.Rules.Select(r => r.Id).Should().Equal(other.Rules.Select(r => r.Id));
        one.Cues.Cues.OfType<PatternCue>().Should().NotBeEmpty();
    }

    private static string Text(CueDefinition cue) => cue switch
    {
        LexiconCue lexicon => $"{lexicon.Name} {string.Join('|', lexicon.Literals)} but {string.Join('|', lexicon.Except)}",
        NumberCue number => $"{number.Name} {string.Join('|', number.Phrases)} but {string.Join('|', number.Except)}",
        PatternCue pattern => $"{pattern.Name} {pattern.Regex} {pattern.AnchorDigit} {string.Join('|', pattern.AnchorWords)}",
        _ => cue.Name,
    };
}
