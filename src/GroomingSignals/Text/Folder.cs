namespace GroomingSignals.Text;

/// <summary>
/// Makes the folded view, in one pass: lower case, compatibility forms, invisible characters and apostrophes left out, runs of white space
/// made one space. An apostrophe after a digit stays (5'9 is no 59). Says on the way which other views the text needs.
/// </summary>
internal static class Folder
{
    private enum Kind : byte
    {
        Other,
        Letter,
        Digit,
        Space,
        Apostrophe,
        Invisible,
        Separator,
        Sign,
        Bang,
    }

    private static ReadOnlySpan<Kind> Kinds => KindTable;

    private static readonly Kind[] KindTable = MakeKinds();

    /// <summary>Folds a text.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="into">Receives the view.</param>
    /// <returns>What was seen.</returns>
    public static TextTraits Fold(ReadOnlySpan<char> text, ViewText into)
    {
        into.Clear();
        into.Reserve(text.Length + 16);
        var traits = TextTraits.None;
        var token = default(TokenTraits);
        for (int i = 0; i < text.Length;)
        {
            int plain = FoldAscii(text, i, into, ref traits, ref token);
            i += plain;
            if (i < text.Length)
            {
                traits |= TextTraits.NonAscii | token.End();
                i += FoldWide(text, i, into);
                into.Reserve(into.Length + text.Length - i + 16);
            }
        }

        return traits | token.End();
    }

    /// <summary>Folds the ASCII characters from a place on.</summary>
    /// <returns>How many code units it took.</returns>
    private static int FoldAscii(ReadOnlySpan<char> text, int from, ViewText into, ref TextTraits traits, ref TokenTraits token)
    {
        var kinds = Kinds;
        into.Open(out var chars, out var starts, out var ends);
        int n = into.Length;
        char last = n > 0 ? chars[n - 1] : ' ';
        int i = from;
        for (; i < text.Length && text[i] < 0x80; i++)
        {
            char c = text[i];
            switch (kinds[c])
            {
                case Kind.Letter:
                    c = (char)(c | 0x20);
                    token.Letter(c, last, ref traits);
                    break;
                case Kind.Digit:
                    traits |= TextTraits.Digits;
                    token.Sign();
                    break;
                case Kind.Space:
                    traits |= token.End();
                    if (last == ' ')
                    {
                        continue;
                    }

                    c = ' ';
                    break;
                case Kind.Apostrophe when !char.IsAsciiDigit(last):
                case Kind.Invisible:
                    continue;
                case Kind.Separator:
                    token.Separator();
                    break;
                case Kind.Sign:
                    token.Sign();
                    break;
                case Kind.Bang:
                    token.Bang();
                    break;
            }

            chars[n] = c;
            starts[n] = i;
            ends[n] = i + 1;
            n++;
            last = c;
        }

        into.Close(n);
        return i - from;
    }

    /// <summary>Folds a character beyond ASCII.</summary>
    /// <returns>How many code units it took.</returns>
    private static int FoldWide(ReadOnlySpan<char> text, int at, ViewText into)
    {
        int units = 1;
        int code = text[at];
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            code = char.ConvertToUtf32(text[at], text[at + 1]);
            units = 2;
        }

        if (code is 0x2019 or 0x2018 or 0x02BC or 0x00B4 or 0x201B && !(into.Length > 0 && char.IsAsciiDigit(into.Chars[^1])))
        {
            return units;
        }

        if (!FoldTable.TryGet(code, out var entry))
        {
            for (int k = 0; k < units; k++)
            {
                into.Add(text[at + k], at, at + units, false);
            }

            return units;
        }

        foreach (char c in entry.Folded)
        {
            if (char.IsWhiteSpace(c))
            {
                if (into.Length > 0 && into.Chars[^1] != ' ')
                {
                    into.Add(' ', at, at + units, false);
                }
            }
            else
            {
                into.Add(c, at, at + units, false);
            }
        }

        return units;
    }

    private static Kind[] MakeKinds()
    {
        var kinds = new Kind[128];
        for (int c = 0; c < 128; c++)
        {
            kinds[c] = (char)c switch
            {
                ' ' or '\t' or '\n' or '\r' or '\v' or '\f' => Kind.Space,
                < ' ' or '\x7F' => Kind.Invisible,
                '\'' or '`' => Kind.Apostrophe,
                '.' or '-' or '_' or '*' => Kind.Separator,
                '@' or '$' or '|' => Kind.Sign,
                '!' => Kind.Bang,
                _ => char.IsAsciiLetter((char)c) ? Kind.Letter : char.IsAsciiDigit((char)c) ? Kind.Digit : Kind.Other,
            };
        }

        return kinds;
    }

    /// <summary>What a token has shown so far: whether it may be leet, and how many letters stood alone before it.</summary>
    private struct TokenTraits
    {
        private int _letters;
        private bool _sign;
        private bool _bang;
        private char _before;
        private int _singles;

        public void Letter(char c, char last, ref TextTraits traits)
        {
            if (c == last && c == _before)
            {
                traits |= TextTraits.LongRun;
            }

            _before = last;
            _letters++;
            _sign |= _bang;
        }

        public void Sign() => _sign = true;

        /// <summary>A bang that ends a word (hello!) stands for no letter; one with a letter after it may.</summary>
        public void Bang() => _bang = true;

        /// <summary>A dot or dash may set letters apart.</summary>
        public void Separator()
        {
            Count();
            _letters = 0;
        }

        public TextTraits End()
        {
            Count();
            var traits = (_letters > 0 && _sign ? TextTraits.Leet : TextTraits.None)
                | (_singles >= JoinedView.ShortestRun ? TextTraits.Spaced : TextTraits.None);
            this = new TokenTraits { _singles = _singles };
            return traits;
        }

        private void Count() => _singles = _letters == 1 ? _singles + 1 : _letters == 0 ? _singles : 0;
    }
}
