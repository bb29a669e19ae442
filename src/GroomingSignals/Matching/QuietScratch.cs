namespace GroomingSignals.Matching;

/// <summary>What a <see cref="QuietFilter"/> writes down while it reads a text. Reused.</summary>
internal sealed class QuietScratch
{
    private ulong[] _words = new ulong[64];

    /// <summary>The groups of cues of which one may be in the text.</summary>
    public List<int> Groups { get; } = [];

    /// <summary>The keys of the words of the text; as much room as is asked for.</summary>
    public ulong[] Words(int count)
    {
        if (count > _words.Length)
        {
            Array.Resize(ref _words, Math.Max(count, _words.Length * 2));
        }

        return _words;
    }
}
