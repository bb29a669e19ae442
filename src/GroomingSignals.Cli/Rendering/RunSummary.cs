using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What a run has seen so far: counts only.</summary>
internal sealed class RunSummary
{
    private readonly long[] _severities = new long[4];
    private readonly SortedDictionary<Tactic, (long Conversations, long Matches)> _tactics = [];

    public long Conversations { get; private set; }

    public long Messages { get; private set; }

    public long Written { get; private set; }

    public long Errors { get; set; }

    public Severity Highest { get; private set; }

    public IReadOnlyDictionary<Tactic, (long Conversations, long Matches)> Tactics => _tactics;

    public long Of(Severity severity) => _severities[(int)severity];

    public void Count(RiskAssessment assessment, int messages, bool written)
    {
        Conversations++;
        Messages += messages;
        Written += written ? 1 : 0;
        _severities[(int)assessment.Severity]++;
        Highest = (Severity)Math.Max((int)Highest, (int)assessment.Severity);
        foreach (IGrouping<Tactic, TacticFinding> group in assessment.Tactics.GroupBy(t => t.Tactic))
        {
            (long conversations, long matches) = _tactics.GetValueOrDefault(group.Key);
            _tactics[group.Key] = (conversations + 1, matches + group.Sum(f => (long)f.Count));
        }
    }
}
