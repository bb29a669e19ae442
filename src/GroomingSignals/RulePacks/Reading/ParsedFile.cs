using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>One file of a pack, parsed.</summary>
/// <param name="Root">Its root; null when it could not be read.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ParsedFile(YamlNode? Root, Diagnostics Problems)
{
    public static ParsedFile Of(PackSource source)
    {
        var problems = new Diagnostics();
        return new ParsedFile(YamlTree.Read(source.Text, source.File, problems), problems);
    }
}
