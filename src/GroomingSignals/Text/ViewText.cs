namespace GroomingSignals.Text;

/// <summary>A view of a text: its characters, where each begins and ends in the original, and which of them the view has changed. Reused.</summary>
internal sealed class ViewText
{
    private char[] _chars = new char[256];
    private int[] _starts = new int[256];
    private int[] _ends = new int[256];
    private bool[] _changed = new bool[256];
    private WordMask[] _masks = new WordMask[4];
    private int _masked;

    /// <summary>How many characters at the beginning stand in their original places, one code unit each: for these no places are written.</summary>
    private int _inPlace;

    public int Length { get; private set; }

    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, Length);

    /// <summary>The characters, and after them so many of which nothing is said, as far as there is room: for reading several at once.</summary>
    public ReadOnlySpan<char> WithSlack(int more) => _chars.AsSpan(0, Math.Min(Length + more, _chars.Length));

    /// <summary>What the characters are, 64 in each mask: as far as somebody has made them, which costs enough not to do it twice.</summary>
    public ReadOnlySpan<WordMask> Masks => _masks.AsSpan(0, _masked);

    /// <summary>Keeps the mask of the next 64 characters. They do not change afterwards.</summary>
    public void Keep(in WordMask mask)
    {
        if (_masked == _masks.Length)
        {
            Array.Resize(ref _masks, _masked * 2);
        }

        _masks[_masked++] = mask;
    }

    /// <summary>The first UTF-16 code unit of the original that a character stands for.</summary>
    public int StartOf(int index) => index < _inPlace ? index : _starts[index];

    /// <summary>The code unit after the last.</summary>
    public int EndOf(int index) => index < _inPlace ? index + 1 : _ends[index];

    public bool ChangedAt(int index) => _changed[index];

    public void Clear()
    {
        Length = 0;
        _inPlace = 0;
        _masked = 0;
    }

    /// <summary>Makes room for so many characters at once.</summary>
    public void Reserve(int length)
    {
        if (length <= _chars.Length)
        {
            return;
        }

        int size = Math.Max(length, _chars.Length * 2);
        Array.Resize(ref _chars, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _changed, size);
    }

    /// <summary>Adds a character.</summary>
    public void Add(char c, int start, int end, bool changed)
    {
        int at = Length;
        if (at == _chars.Length)
        {
            Reserve(at + 1);
        }

        _chars[at] = c;
        _starts[at] = start;
        _ends[at] = end;
        _changed[at] = changed;
        Length = at + 1;
    }

    /// <summary>Opens the view for a writer; the caller has reserved what it needs.</summary>
    public ViewWriter Open() => new(_chars, _starts, _ends, Length, _inPlace);

    /// <summary>Takes note of what was written.</summary>
    public void Close(in ViewWriter writer)
    {
        Length = writer.Length;
        _inPlace = writer.InPlace;
    }

    /// <summary>Adds a character of another view as it is there.</summary>
    public void Copy(ViewText other, int index, bool changed) =>
        Add(other._chars[index], other.StartOf(index), other.EndOf(index), changed);

    /// <summary>True when the view changed something between two places.</summary>
    public bool ChangedIn(int start, int end) => _changed.AsSpan(start, end - start).Contains(true);

    /// <summary>True when a place is an edge of a word: no letter or digit on one of its sides.</summary>
    public bool IsEdge(int index) =>
        index <= 0 || index >= Length || !IsWord(_chars[index - 1]) || !IsWord(_chars[index]);

    /// <summary>Letters, digits and marks make words.</summary>
    public static bool IsWord(char c) => c < 0x80
        ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
