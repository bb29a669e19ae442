using GroomingSignals.Text;

namespace GroomingSignals.Matching;

/// <summary>Brings the literals of packs into the forms that the views have.</summary>
internal static class Literals
{
    /// <summary>One for each thread: packs have thousands of literals, and a view has room for hundreds of characters.</summary>
    [ThreadStatic]
    private static ViewText? _view;

    /// <summary>The folded form. Spaces at the ends stay one space each.</summary>
    public static string Fold(string literal)
    {
        bool lead = literal.Length > 0 && char.IsWhiteSpace(literal[0]);
        string core = FoldTrimmed(literal);
        bool trail = literal.Length > 0 && char.IsWhiteSpace(literal[^1]) && core.Length > 0;
        return (lead && core.Length > 0 ? " " : "") + core + (trail ? " " : "");
    }

    /// <summary>The folded form without spaces at the ends.</summary>
    public static string FoldTrimmed(string literal)
    {
        string trimmed = literal.Trim(' ');
        if (IsPlain(trimmed))
        {
            return trimmed;
        }

        var view = _view ??= new ViewText();
        Folder.Fold(literal, view);
        return view.Chars.Trim(' ').ToString();
    }

    /// <summary>The form without spaces, for letters that were set apart; null when it is too short to be told from chance.</summary>
    public static string? Join(string folded)
    {
        string joined = folded.Replace(" ", "", StringComparison.Ordinal);
        return joined.Length >= 5 && joined.All(char.IsLetter) ? joined : null;
    }

    private static bool IsPlain(string literal)
    {
        char last = ' ';
        foreach (char c in literal)
        {
            if (!(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || (c == ' ' && last != ' ')))
            {
                return false;
            }

            last = c;
        }

        return last != ' ';
    }
}
