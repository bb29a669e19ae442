using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Queue;

/// <summary>What a candidate says of every conversation of a corpus. Immutable.</summary>
internal sealed class Verdicts
{
    private readonly Verdict[] _all;

    private Verdicts(Verdict[] all) => _all = all;

    public Verdict this[int index] => _all[index];

    public int Count => _all.Length;

    /// <summary>Judges every conversation anew; no message is read.</summary>
    public static Verdicts Of(LoadedCorpus corpus, Candidate candidate)
    {
        ImmutableArray<ScoredConversation> conversations = corpus.Conversations;
        Verdict[] all = new Verdict[conversations.Length];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Of(conversations[i], candidate.Judge);
        }

        return new Verdicts(all);
    }

    /// <summary>The highest severity of any standing, of equal ones the highest score, as the analyzer keeps its peak.</summary>
    public static Verdict Of(ScoredConversation conversation, SeverityJudge judge)
    {
        ReadOnlySpan<Standing> standings = conversation.Standings.AsSpan();
        if (standings.IsEmpty)
        {
            return new Verdict(SeverityOf(conversation.Silent, judge), conversation.Silent.Raw, -1);
        }

        Verdict best = default;
        for (int i = 0; i < standings.Length; i++)
        {
            ref readonly Standing standing = ref standings[i];
            Severity severity = SeverityOf(standing, judge);
            if (i == 0 || severity > best.Severity || (severity == best.Severity && standing.Raw > best.Raw))
            {
                best = new Verdict(severity, standing.Raw, i);
            }
        }

        return best;
    }

    private static Severity SeverityOf(in Standing standing, SeverityJudge judge) =>
        judge.Judge(standing.Track, standing.Raw, standing.Evidence, standing.Tactics, standing.Apart).Severity;

    /// <summary>What is said of one conversation.</summary>
    /// <param name="Severity">Its severity.</param>
    /// <param name="Raw">Its score, in millionths of log-odds.</param>
    /// <param name="Standing">The standing that decided; -1 without any.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Verdict(Severity Severity, int Raw, int Standing)
    {
        public bool IsQueued => Severity >= Severity.Review;
    }
}
