using GroomingSignals.RulePacks.Declarations;
using GroomingSignals.RulePacks.Reading;

namespace GroomingSignals.RulePacks.Binding;

/// <summary>Finds what names stand for.</summary>
/// <param name="packs">The packs by id.</param>
/// <param name="complete">False while one pack is read alone: names of other packs are not asked for yet.</param>
/// <param name="diagnostics">Receives what is not found.</param>
internal sealed class CueResolver(IReadOnlyDictionary<string, PackContents> packs, bool complete, Diagnostics diagnostics)
{
    /// <summary>Checks a name that a rule or a role uses.</summary>
    public void CheckUse(CueReference reference)
    {
        switch (Find(reference))
        {
            case LexiconDeclaration { Extends: { } target }:
                diagnostics.Error(
                    DiagnosticIds.UnknownReference, reference.Position, $"'{reference.Name}' only adds to {target.FullName}: use that one.");
                break;
            case NumberDeclaration number:
                CheckNumber(reference, number);
                break;
            default:
                break;
        }
    }

    /// <summary>Checks what a lexicon extends.</summary>
    public void CheckExtends(CueReference reference)
    {
        if (Find(reference) is LexiconDeclaration { Extends: not null })
        {
            diagnostics.Error(DiagnosticIds.Extends, reference.Position, $"'{reference.FullName}' extends another lexicon itself: extend that one.");
        }
    }

    /// <summary>What a name stands for; null, with a diagnostic, when it stands for nothing or for something else.</summary>
    public CueDeclaration? Find(CueReference reference)
    {
        if (!packs.TryGetValue(reference.PackId, out var pack))
        {
            MissingPack(reference.PackId, reference.Position);
            return null;
        }

        if (!pack.Cues.TryGetValue(reference.Name, out var cue))
        {
            if (pack.Names.ContainsKey(reference.Name) && !pack.Slots.ContainsKey(reference.Name))
            {
                return null; // It is there but has a problem of its own, which has been reported.
            }

            var names = pack.Cues.Values.Where(c => c.Kind == reference.Kind).Select(c => c.Name);
            diagnostics.Error(
                DiagnosticIds.UnknownReference, reference.Position,
                $"{pack.Id} has no {Word(reference.Kind)} '{reference.Name}'.{Suggestion.For(reference.Name, names)}");
            return null;
        }

        if (cue.Kind != reference.Kind)
        {
            diagnostics.Error(
                DiagnosticIds.UnknownReference, reference.Position, $"'{reference.Name}' is a {Word(cue.Kind)}, not a {Word(reference.Kind)}.");
            return null;
        }

        return cue;
    }

    /// <summary>Says that a pack is not loaded, unless that cannot be known yet.</summary>
    public void MissingPack(string id, Yaml.SourcePosition at)
    {
        if (complete)
        {
            diagnostics.Error(DiagnosticIds.UnknownPack, at, $"No pack '{id}' is loaded.{Suggestion.For(id, packs.Keys)}");
        }
    }

    private void CheckNumber(CueReference reference, NumberDeclaration number)
    {
        var cue = number.Template;
        if (reference.Between is { } between && (between.To < cue.Minimum + cue.OffsetFrom || between.From > cue.Maximum + cue.OffsetTo))
        {
            diagnostics.Error(DiagnosticIds.Impossible, reference.Position, "'between' lies outside the number's range: the condition can never hold.");
        }

        if (reference.ComparesAges && cue.Kind == Matching.NumberKind.Quantity)
        {
            diagnostics.Error(DiagnosticIds.Impossible, reference.Position, "A quantity is no age and contradicts none: the number must be of kind age or school-year.");
        }
    }

    private static string Word(CueKind kind) => kind switch
    {
        CueKind.Lexicon => "lexicon",
        CueKind.Pattern => "pattern",
        _ => "number",
    };
}
