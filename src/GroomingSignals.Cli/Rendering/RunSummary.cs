using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What a run has seen so far: counts only.</summary>
internal sealed class RunSummary
{
    private readonly long[] _severities = new long[4];
    private readonly long[] _conversations = new long[Taxonomy.Tactics.Length];
    private readonly long[] _matches = new long[Taxonomy.Tactics.Length];

    public long Conversations { get; private set; }

    public long Messages { get; private set; }

    public long Written { get; private set; }

    public long Errors { get; set; }

    public Severity Highest { get; private set; }

    /// <summary>The tactics that were found, in how many conversations and how often; the most frequent in front.</summary>
    public IReadOnlyList<TacticCount> Tactics =>
    [
        .. Taxonomy.Tactics.Select(t => new TacticCount(t.Id, _conversations[(int)t.Tactic], _matches[(int)t.Tactic]))
            .Where(t => t.Conversations > 0)
            .OrderByDescending(t => t.Conversations),
    ];

    public long Of(Severity severity) => _severities[(int)severity];

    public void Count(RiskAssessment assessment, int messages, bool written)
    {
        Conversations++;
        Messages += messages;
        Written += written ? 1 : 0;
        _severities[(int)assessment.Severity]++;
        Highest = (Severity)Math.Max((int)Highest, (int)assessment.Severity);
        int seen = 0;
        foreach (TacticFinding finding in assessment.Tactics)
        {
            int tactic = (int)finding.Tactic;
            _matches[tactic] += finding.Count;
            _conversations[tactic] += (seen >> tactic & 1) == 0 ? 1 : 0;
            seen |= 1 << tactic;
        }
    }
}
