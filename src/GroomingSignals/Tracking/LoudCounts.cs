using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Tracking;

/// <summary>
/// How often loud n-grams were said lately: a number from 0 to 15 for each of 512 places, each of which many n-grams share. What is said for
/// the n-th time adds an n-th of its weight, so that a conversation that keeps to one subject does not look worse with every message about it.
/// </summary>
/// <remarks>
/// Of constant size. All numbers are halved now and then, so that after long small talk a word is heard again. Why it is so, what it was measured to
/// be worth, and what can be told from it: <c>docs/adr/0014-repeats-speak-softer.md</c>.
/// </remarks>
internal sealed class LoudCounts
{
    /// <summary>After how many messages the numbers are halved.</summary>
    public const int Halving = 16;

    private const int Highest = 15;

    // What is not heard any more of what was said so many times before.
    private static readonly double[] Softened = [.. Enumerable.Range(0, Highest + 1).Select(static before => before / (before + 1.0))];

    private readonly byte[] _pairs = new byte[LoudGrams.Places / 2];

    /// <summary>The numbers, two to a byte, the first in the lower half.</summary>
    public Span<byte> Pairs => _pairs;

    /// <summary>Counts the loud n-grams of a message, each place once, and says how much of their weights is not heard again.</summary>
    /// <param name="loud">The loud n-grams.</param>
    /// <returns>What is to be taken from the message's sum of weights.</returns>
    public double Hear(LoudGrams loud)
    {
        double unheard = 0;
        for (int i = 0; i < loud.Count; i++)
        {
            unheard += loud.WeightOf[i] * Softened[this[loud.PlaceOf[i]]];
        }

        Span<ulong> counted = stackalloc ulong[LoudGrams.Places / 64];
        counted.Clear();
        foreach (int place in loud.PlaceOf)
        {
            ulong bit = 1UL << place;
            ref ulong word = ref counted[place >> 6];
            if ((word & bit) == 0)
            {
                word |= bit;
                Count(place);
            }
        }

        return unheard;
    }

    /// <summary>Halves all numbers.</summary>
    public void Halve()
    {
        foreach (ref byte pair in _pairs.AsSpan())
        {
            pair = (byte)((pair >> 1) & 0x77);
        }
    }

    private int this[int place] => (_pairs[place >> 1] >> ((place & 1) * 4)) & Highest;

    private void Count(int place)
    {
        if (this[place] < Highest)
        {
            _pairs[place >> 1] += (byte)(1 << ((place & 1) * 4));
        }
    }
}
