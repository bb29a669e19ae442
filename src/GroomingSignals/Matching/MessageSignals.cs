using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Matching;

/// <summary>What Read found in one message: no text. Reused from message to message by one owner.</summary>
internal sealed class MessageSignals
{
    private CueHit[] _hits = new CueHit[16];

    /// <summary>The matches, in order of start, then end, then cue.</summary>
    public ReadOnlySpan<CueHit> Hits => _hits.AsSpan(0, Count);

    /// <summary>How many matches there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when the text was longer than the limit and only its beginning was read.</summary>
    public bool TextTruncated { get; set; }

    /// <summary>True when there were more matches than the limit for one message, and the later ones were left out.</summary>
    public bool HitsTruncated { get; set; }

    /// <summary>The length of the folded text; 0 unless features are collected.</summary>
    public int Characters { get; set; }

    /// <summary>How many question marks the text has; 0 unless features are collected.</summary>
    public int Questions { get; set; }

    /// <summary>What the n-grams of the text say; nothing without weights.</summary>
    public MessageText Text { get; set; }

    /// <summary>The loud n-grams of the text; none without weights.</summary>
    public LoudGrams Loud { get; } = new();

    /// <summary>Forgets the last message.</summary>
    public void Clear()
    {
        Count = 0;
        TextTruncated = false;
        HitsTruncated = false;
        Characters = 0;
        Questions = 0;
        Text = default;
        Loud.Clear();
    }

    /// <summary>Adds a match.</summary>
    public void Add(in CueHit hit)
    {
        if (Count == _hits.Length)
        {
            Array.Resize(ref _hits, _hits.Length * 2);
        }

        _hits[Count++] = hit;
    }

    /// <summary>The matches for changes in place: sorting, and removal of those that an exception cancels.</summary>
    internal Span<CueHit> Editable => _hits.AsSpan(0, Count);

    /// <summary>Keeps the first matches only.</summary>
    internal void Shrink(int count) => Count = Math.Min(Count, count);
}
