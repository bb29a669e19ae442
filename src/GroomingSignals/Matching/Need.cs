namespace GroomingSignals.Matching;

/// <summary>What else a message must have where a cue is to matter.</summary>
/// <param name="Later">True when it also takes something that was said before: a conversation in which nothing was found yet has no use for the cue.</param>
/// <param name="Sets">Sets of cues, one bit each: the message must have one of each.</param>
internal sealed record Need(bool Later, ulong[][] Sets)
{
    /// <summary>The cues of a set.</summary>
    public static IEnumerable<int> CuesIn(ulong[] set)
    {
        for (int cue = 0; cue < set.Length * 64; cue++)
        {
            if ((set[cue >> 6] >> cue & 1) != 0)
            {
                yield return cue;
            }
        }
    }

    /// <summary>True when a message with these cues has one of each set.</summary>
    public bool IsMet(ReadOnlySpan<ulong> present)
    {
        foreach (ulong[] set in Sets)
        {
            if (!Meets(set, present))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Meets(ulong[] set, ReadOnlySpan<ulong> present)
    {
        for (int i = 0; i < set.Length; i++)
        {
            if ((set[i] & present[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
