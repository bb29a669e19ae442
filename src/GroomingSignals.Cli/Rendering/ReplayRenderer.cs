using System.Collections.Immutable;
using GroomingSignals.Cli.Commands.Replaying;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What replays proved: each cause once with the assessments that it keeps from being proved, and counts, of what one side has and the other has not too.</summary>
internal static class ReplayRenderer
{
    private const int MostKeys = 20;
    private const int FewIds = 8;

    public static string Name(ReplayKind kind) => kind switch
    {
        ReplayKind.Same => "same",
        ReplayKind.SameContent => "same-content",
        ReplayKind.Different => "different",
        ReplayKind.Unrecorded => "unrecorded",
        _ => "missing",
    };

    public static Sheet Render(IReadOnlyCollection<ReplayOutcome> outcomes, int width)
    {
        var sheet = new Sheet(width);
        foreach (IGrouping<string, ReplayOutcome> same in outcomes.Where(o => o.Kind is ReplayKind.Different or ReplayKind.Missing).GroupBy(Cause, StringComparer.Ordinal))
        {
            ReplayOutcome outcome = same.First();
            int count = same.Count();
            if (count == 1)
            {
                sheet.Put(outcome.ConversationId ?? "(no id)", Palette.Strong).Put($"  {outcome.Place}", Palette.Dim).Line();
            }
            else
            {
                sheet.Wrap($"{Figures.Counted(count, "assessment")}: {string.Join(", ", same.Take(FewIds).Select(o => o.ConversationId ?? $"(no id) {o.Place}"))}{(count > FewIds ? $" and {Figures.Count(count - FewIds)} more" : "")}", Palette.Strong);
            }

            foreach (string missing in count == 1 ? outcome.Missing : Shared(outcome))
            {
                sheet.To(2).Put("missing  ", Palette.Warning).Wrap(missing);
            }

            if (outcome.Different.Length > 0)
            {
                string keys = string.Join(", ", outcome.Different.Take(MostKeys)) + (outcome.Different.Length > MostKeys ? $" and {Figures.Count(outcome.Different.Length - MostKeys)} more" : "");
                sheet.To(2).Put("differs  ", Palette.Raises).Wrap(keys);
            }

            foreach (string note in outcome.Notes)
            {
                sheet.To(2).Put("note     ", Palette.Dim).Wrap(note);
            }
        }

        int Count(ReplayKind kind) => outcomes.Count(o => o.Kind == kind);
        ReplayOutcome[] unrecorded = [.. outcomes.Where(o => o.Kind == ReplayKind.Unrecorded)];
        int layout = Count(ReplayKind.SameContent);
        int gone = outcomes.Count(o => o.IsWithoutConversation);
        int exact = Count(ReplayKind.Same);
        string how = layout == 0 ? ", byte for byte"
            : exact == 0 ? " but for the white space of the file"
            : $" ({Figures.Count(exact)} byte for byte, {Figures.Count(layout)} but for the white space of the file)";
        sheet.Put($"{Figures.Counted(outcomes.Count - unrecorded.Length, "assessment")}: {Figures.Count(exact + layout)} the same{how}, ");
        sheet.Put($"{Figures.Count(Count(ReplayKind.Different))} different, {Figures.Count(Count(ReplayKind.Missing))} with something missing{(gone > 0 ? $" ({Figures.Count(gone)} without {(gone == 1 ? "its conversation" : "their conversations")} in the data)" : "")}").Line();
        if (unrecorded.Length > 0)
        {
            string named = string.Join(", ", unrecorded.Take(MostKeys).Select(o => o.ConversationId ?? $"(no id) {o.Place}")) + (unrecorded.Length > MostKeys ? $" and {Figures.Count(unrecorded.Length - MostKeys)} more" : "");
            sheet.Wrap($"{Figures.Counted(unrecorded.Length, "conversation")} of the data {(unrecorded.Length == 1 ? "has" : "have")} no assessment here: {named}", Palette.Dim);
        }

        return sheet;
    }

    /// <summary>What two assessments have in common that are not proved for the same reasons.</summary>
    private static string Cause(ReplayOutcome outcome) =>
        string.Join('\n', [Name(outcome.Kind), .. Shared(outcome), "", .. outcome.Different, "", .. outcome.Notes]);

    /// <summary>What is missing, without the id of the conversation.</summary>
    private static ImmutableArray<string> Shared(ReplayOutcome outcome) =>
        outcome is { IsWithoutConversation: true, ConversationId: not null } ? [.. outcome.Missing.SkipLast(1), "conversation of each: the data does not hold it"] : outcome.Missing;
}
