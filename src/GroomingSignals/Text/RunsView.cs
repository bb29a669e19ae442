namespace GroomingSignals.Text;

/// <summary>The runs view: every run of a letter becomes one letter. Runs of three or more are what it has changed.</summary>
internal static class RunsView
{
    public static void Make(ViewText from, ViewText into)
    {
        into.Clear();
        var chars = from.Chars;
        for (int i = 0; i < chars.Length;)
        {
            int end = i + 1;
            while (end < chars.Length && chars[end] == chars[i] && char.IsLetter(chars[i]))
            {
                end++;
            }

            into.Add(chars[i], from.StartOf(i), from.EndOf(end - 1), end - i >= 3);
            i = end;
        }
    }

    /// <summary>A literal as it stands in this view.</summary>
    public static string Squeeze(string literal)
    {
        var squeezed = new System.Text.StringBuilder(literal.Length);
        for (int i = 0; i < literal.Length; i++)
        {
            if (i == 0 || literal[i] != literal[i - 1] || !char.IsLetter(literal[i]))
            {
                squeezed.Append(literal[i]);
            }
        }

        return squeezed.ToString();
    }
}
