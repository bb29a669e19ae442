namespace GroomingSignals.Tracking;

/// <summary>Adds points to a tally so that gross less cap less decay is what is left, always.</summary>
internal static class TallyPoints
{
    /// <summary>Adds a match.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="points">What the match says, in millionths of log-odds.</param>
    /// <param name="cap">What the rule says at most.</param>
    /// <param name="left">What is left of the tally now, after decay.</param>
    /// <returns>What the match added before the cap took its part: 0 when the rule had already said all it can.</returns>
    public static int Add(RuleTally tally, int points, int cap, int left)
    {
        tally.Decayed += tally.Net - left;
        if (left >= cap)
        {
            tally.Net = left;
            return 0;
        }

        int net = Math.Min(cap, left + points);
        tally.Gross += points;
        tally.Capped += left + points - net;
        tally.Net = net;
        return points;
    }
}
