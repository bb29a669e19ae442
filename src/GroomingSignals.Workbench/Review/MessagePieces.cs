namespace GroomingSignals.Workbench.Review;

/// <summary>Cuts a message where evidence begins and ends.</summary>
internal static class MessagePieces
{
    /// <param name="text">The text.</param>
    /// <param name="marks">The evidence in it; spans may overlap.</param>
    /// <param name="evidence">False: evidence stays masked, and its text is not in the result.</param>
    public static TextPiece[] Cut(string text, IReadOnlyList<EvidenceMark> marks, bool evidence)
    {
        SortedSet<int> cuts = [0, text.Length];
        foreach (EvidenceMark mark in marks.Where(m => m.End > m.Start))
        {
            cuts.Add(Math.Clamp(mark.Start, 0, text.Length));
            cuts.Add(Math.Clamp(mark.End, 0, text.Length));
        }

        int[] edges = [.. cuts];
        return [.. edges.Zip(edges.Skip(1), (start, end) => Piece(text, start, end, marks, evidence))];
    }

    private static TextPiece Piece(string text, int start, int end, IReadOnlyList<EvidenceMark> marks, bool evidence)
    {
        string[] tactics = [.. marks.Where(m => m.Start <= start && end <= m.End && m.End > m.Start).Select(m => m.Tactic).Distinct(StringComparer.Ordinal)];
        return new TextPiece(tactics.Length > 0 && !evidence ? null : ShownText.Of(text.AsSpan(start, end - start)), end - start, tactics);
    }
}
