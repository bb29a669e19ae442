using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GroomingSignals.Text;

/// <summary>The words of a text, each as a key by which it is looked up. Reused.</summary>
internal sealed class WordList
{
    private const int Reach = 8;

    private ulong[] _words = new ulong[64];

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a word.</summary>
    public ulong this[int index] => _words[index];

    /// <summary>
    /// The key of a word: equal words have equal keys. It holds the length and the first eight characters, one byte each, so that words that
    /// differ further on may share it. Never 0.
    /// </summary>
    public static ulong KeyOf(ReadOnlySpan<char> text, int start, int length)
    {
        ulong bytes;
        if (text.Length - start >= Reach)
        {
            var units = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(start, Reach)));
            bytes = Vector128.NarrowWithSaturation(units, units).AsUInt64().ToScalar();
        }
        else
        {
            bytes = 0;
            for (int i = 0; i < text.Length - start; i++)
            {
                bytes |= (ulong)Math.Min(text[start + i], (char)0xFF) << (8 * i);
            }
        }

        if (length < Reach)
        {
            bytes &= (1UL << (8 * length)) - 1;
        }

        ulong key = (bytes * 0x9E3779B97F4A7C15) + ((ulong)length * 0xD1B54A32D192ED03);
        return key == 0 ? 1 : key;
    }

    /// <summary>Finds the words of a text.</summary>
    public void Make(ReadOnlySpan<char> text)
    {
        Count = 0;
        ulong before = 0;
        int start = 0;
        for (int block = 0; block < text.Length; block += WordMask.Width)
        {
            ulong words = WordMask.Of(text[block..Math.Min(block + WordMask.Width, text.Length)]).Words;
            for (ulong edges = words ^ ((words << 1) | before); edges != 0; edges &= edges - 1)
            {
                int bit = BitOperations.TrailingZeroCount(edges);
                if ((words >> bit & 1) != 0)
                {
                    start = block + bit;
                }
                else
                {
                    Add(text, start, block + bit);
                }
            }

            before = words >> (Math.Min(WordMask.Width, text.Length - block) - 1);
        }

        if (before != 0)
        {
            Add(text, start, text.Length);
        }
    }

    private void Add(ReadOnlySpan<char> text, int start, int end)
    {
        if (Count == _words.Length)
        {
            Array.Resize(ref _words, Count * 2);
        }

        _words[Count++] = KeyOf(text, start, end - start);
    }
}
