using System.Numerics;
using GroomingSignals.Conversations;
using GroomingSignals.Text;
using GroomingSignals.Tracking;

namespace GroomingSignals.Evaluation.Splits;

/// <summary>
/// Makes the set of a conversation's word shingles: each three words that follow each other in the folded text, messages joined, speakers
/// ignored. A text of one or two words is a single shingle, so that it is like another only when equal. Not thread-safe.
/// </summary>
internal sealed class Shingler
{
    private const int Width = 3;

    private readonly ViewText _view = new();
    private readonly List<uint> _shingles = [];

    /// <summary>How many words the last conversation had.</summary>
    public int Words { get; private set; }

    /// <summary>The shingles as hashes, sorted, each once; none for a conversation without words.</summary>
    public uint[] Read(Conversation conversation)
    {
        _shingles.Clear();
        Words = 0;
        ulong before = 0;
        ulong last = 0;
        foreach (Message message in conversation.Messages)
        {
            Folder.Fold(message.Text, _view);
            ReadOnlySpan<char> chars = _view.Chars;
            for (int i = 0; i < chars.Length;)
            {
                int end = i;
                while (end < chars.Length && (ViewText.IsWord(chars[end]) || char.IsSurrogate(chars[end])))
                {
                    end++;
                }

                if (end > i)
                {
                    ulong word = Hash(chars[i..end]);
                    Words++;
                    if (Words >= Width)
                    {
                        _shingles.Add(Combine(before, last, word));
                    }

                    (before, last) = (last, word);
                }

                i = end + 1;
            }
        }

        if (Words is > 0 and < Width)
        {
            _shingles.Add(Combine(before, last, (ulong)Words));
        }

        return Distinct();
    }

    private uint[] Distinct()
    {
        _shingles.Sort();
        int kept = 0;
        for (int i = 0; i < _shingles.Count; i++)
        {
            if (i == 0 || _shingles[i] != _shingles[i - 1])
            {
                _shingles[kept++] = _shingles[i];
            }
        }

        return [.. _shingles.Take(kept)];
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = StableHash.Start();
        hash.Add(word);
        return hash.Value;
    }

    private static uint Combine(ulong first, ulong second, ulong third) =>
        (uint)(SeededRandom.Mix(first + BitOperations.RotateLeft(second, 21) + BitOperations.RotateLeft(third, 42)) >> 32);
}
