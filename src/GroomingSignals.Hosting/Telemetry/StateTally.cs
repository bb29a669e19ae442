using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting.Telemetry;

/// <summary>How many matches and truncations of a state are counted already. A state that comes from the store has all of its own counted.</summary>
internal sealed class StateTally
{
    private int[]? _tactics;
    private int _truncations;

    /// <summary>Takes what stands in a state as counted.</summary>
    public void Prime(RiskAnalyzer analyzer, ConversationState state)
    {
        _tactics = new int[Taxonomy.Tactics.Length];
        Hits(analyzer, state, _tactics);
        _truncations = Truncations(state);
    }

    /// <summary>What is new since the last time; nothing where there was no last time.</summary>
    /// <param name="analyzer">The analyzer that the state is bound to.</param>
    /// <param name="state">The state.</param>
    /// <param name="tactics">Receives for each tactic the new matches.</param>
    /// <returns>The new truncations and evictions.</returns>
    public int Advance(RiskAnalyzer analyzer, ConversationState state, Span<int> tactics)
    {
        tactics.Clear();
        if (_tactics is null)
        {
            Prime(analyzer, state);
            return 0;
        }

        Hits(analyzer, state, tactics);
        for (int i = 0; i < tactics.Length; i++)
        {
            (tactics[i], _tactics[i]) = (Math.Max(0, tactics[i] - _tactics[i]), tactics[i]);
        }

        int before = _truncations;
        _truncations = Truncations(state);
        return Math.Max(0, _truncations - before);
    }

    private static void Hits(RiskAnalyzer analyzer, ConversationState state, Span<int> tactics)
    {
        foreach (var pair in state.Pairs)
        {
            foreach (var tally in pair.Tallies)
            {
                tactics[(int)analyzer.Index.Rules[tally.Rule].Tactic] += tally.Hits;
            }
        }
    }

    private static int Truncations(ConversationState state)
    {
        if (state.Notes.Count == 0)
        {
            return 0;
        }

        int sum = 0;
        foreach (var (code, _, count) in state.Notes.All)
        {
            sum += code is NoteCodes.TextTruncated or NoteCodes.MatchesTruncated or NoteCodes.HistoryEvicted or NoteCodes.EvidenceEvicted
                or NoteCodes.PairEvicted or NoteCodes.ParticipantLimit or NoteCodes.ListenerLimit
                ? count
                : 0;
        }

        return sum;
    }
}
