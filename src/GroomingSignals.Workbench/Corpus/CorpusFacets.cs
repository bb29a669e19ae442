using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>How often tactics and rules occur in a corpus; counted once.</summary>
/// <param name="Tactics">Conversations by <see cref="Tactic"/>.</param>
/// <param name="Rules">Conversations by the index of the rule.</param>
internal sealed record CorpusFacets(ImmutableArray<int> Tactics, ImmutableArray<int> Rules)
{
    public static CorpusFacets Of(LoadedCorpus corpus)
    {
        int[] tactics = new int[Taxonomy.Tactics.Length];
        int[] rules = new int[corpus.Rules.Length];
        foreach (ScoredConversation conversation in corpus.Conversations)
        {
            for (int tactic = 0; tactic < tactics.Length; tactic++)
            {
                tactics[tactic] += (conversation.Tactics >> tactic) & 1;
            }

            foreach (ushort rule in conversation.Rules)
            {
                rules[rule]++;
            }
        }

        return new CorpusFacets([.. tactics], [.. rules]);
    }
}
