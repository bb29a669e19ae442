using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Commands.Comparing;

namespace GroomingSignals.Cli.Commands;

/// <summary>What two packs, or two policies, say of one corpus.</summary>
internal sealed class PackComparison
{
    private readonly Dictionary<string, (int Raised, int Lowered)> _rules = new(StringComparer.Ordinal);

    public long Conversations { get; private set; }

    /// <summary>The thresholds that differ.</summary>
    public ImmutableArray<ThresholdChange> Thresholds { get; init; } = [];

    /// <summary>The review queue, and its urgent head.</summary>
    public QueueChange[] Queues { get; } = [new(Severity.Review), new(Severity.Urgent)];

    public long Errors { get; set; }

    public int Raised { get; private set; }

    public int Lowered { get; private set; }

    public List<SeverityChange> Changes { get; } = [];

    public ScoreMoves Moves { get; } = new();

    /// <summary>In how many changed conversations each ledger line differs, the most frequent in front.</summary>
    public IEnumerable<(string Name, int Raised, int Lowered)> ByLine => _rules
        .OrderByDescending(r => r.Value.Raised + r.Value.Lowered)
        .ThenBy(r => r.Key, StringComparer.Ordinal)
        .Select(r => (r.Key, r.Value.Raised, r.Value.Lowered));

    /// <summary>Counts a conversation, whether or not it changes.</summary>
    public void Count(RiskAssessment old, RiskAssessment @new)
    {
        Conversations++;
        foreach (QueueChange queue in Queues)
        {
            queue.Count(old, @new);
        }
    }

    public void Add(SeverityChange change)
    {
        Changes.Add(change);
        bool raised = change.New.Severity > change.Old.Severity;
        Raised += raised ? 1 : 0;
        Lowered += raised ? 0 : 1;
        foreach (LedgerChange line in change.Lines)
        {
            (int up, int down) = _rules.GetValueOrDefault(line.Name);
            _rules[line.Name] = raised ? (up + 1, down) : (up, down + 1);
        }
    }
}
