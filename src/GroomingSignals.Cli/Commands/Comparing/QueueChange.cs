using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.OperatingPoints.Figures;

namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>Which conversations enter and leave one queue, and the rules that stand in their ledgers.</summary>
/// <param name="severity"><c>review</c>, the whole queue, or <c>urgent</c>, its head.</param>
internal sealed class QueueChange(Severity severity)
{
    private readonly Dictionary<string, (int Entered, int Left)> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<SeverityDecision, (int Entered, int Left)> _decisions = [];

    public Severity Severity => severity;

    public long Before { get; private set; }

    public long After { get; private set; }

    /// <summary>Conversations that enter, in the order of the inputs; an empty text for one without an id.</summary>
    public List<string> Entered { get; } = [];

    public List<string> Left { get; } = [];

    /// <summary>In how many conversations that enter or leave each rule has points: under the new settings for those that enter, under the old for those that leave. The most frequent in front.</summary>
    public IEnumerable<(string Rule, int Entered, int Left)> ByRule => _rules
        .OrderByDescending(r => r.Value.Entered + r.Value.Left).ThenBy(r => r.Key, StringComparer.Ordinal).Select(r => (r.Key, r.Value.Entered, r.Value.Left));

    /// <summary>What decided, on the side on which the conversation is in the queue.</summary>
    public IEnumerable<(SeverityDecision Decision, int Entered, int Left)> ByDecision => _decisions
        .OrderBy(d => d.Key).Select(d => (d.Key, d.Value.Entered, d.Value.Left));

    /// <summary>The change in the share of conversations that are in the queue.</summary>
    public Ranged Share(long conversations) => PairedChange.Of(Entered.Count, Left.Count, conversations);

    public void Count(RiskAssessment old, RiskAssessment @new)
    {
        bool was = old.Severity >= severity;
        bool @is = @new.Severity >= severity;
        Before += was ? 1 : 0;
        After += @is ? 1 : 0;
        if (was == @is)
        {
            return;
        }

        (@is ? Entered : Left).Add(@new.ConversationId ?? "");
        RiskAssessment within = @is ? @new : old;
        foreach (string rule in within.Evidence.Where(e => !e.Shadow && string.Equals(e.From, within.From, StringComparison.Ordinal) && string.Equals(e.Towards, within.Towards, StringComparison.Ordinal)).Select(e => e.RuleId).Distinct(StringComparer.Ordinal))
        {
            _rules[rule] = Added(_rules.GetValueOrDefault(rule), @is);
        }

        _decisions[within.SeverityReason.DecidedBy] = Added(_decisions.GetValueOrDefault(within.SeverityReason.DecidedBy), @is);
    }

    private static (int Entered, int Left) Added((int Entered, int Left) counts, bool entered) =>
        entered ? (counts.Entered + 1, counts.Left) : (counts.Entered, counts.Left + 1);
}
