using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>How often tracks, tactics and rules occur in a corpus; counted once.</summary>
/// <param name="Tracks">Conversations by <see cref="Track"/>: those in which a pair stood on it.</param>
/// <param name="Tactics">Conversations by <see cref="Tactic"/>.</param>
/// <param name="Rules">Conversations by the index of the rule.</param>
internal sealed record CorpusFacets(ImmutableArray<int> Tracks, ImmutableArray<int> Tactics, ImmutableArray<int> Rules)
{
    public static CorpusFacets Of(LoadedCorpus corpus)
    {
        int[] tracks = new int[Enum.GetValues<Track>().Length];
        int[] tactics = new int[Taxonomy.Tactics.Length];
        int[] rules = new int[corpus.Rules.Length];
        foreach (ScoredConversation conversation in corpus.Conversations)
        {
            foreach (Track track in conversation.Standings.Select(s => s.Track).Distinct())
            {
                tracks[(int)track]++;
            }

            for (int tactic = 0; tactic < tactics.Length; tactic++)
            {
                tactics[tactic] += (conversation.Tactics >> tactic) & 1;
            }

            foreach (ushort rule in conversation.Rules)
            {
                rules[rule]++;
            }
        }

        return new CorpusFacets([.. tracks], [.. tactics], [.. rules]);
    }
}
