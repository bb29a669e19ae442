using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring;

namespace GroomingSignals.Participants;

/// <summary>Makes the result of a participant's state. Pure: it writes nothing to the state.</summary>
internal sealed class ParticipantAssessor(RuleIndex index, ParticipantPolicy policy, VersionSet versions)
{
    private readonly Ladder _ladder = new(policy.Thresholds);

    private readonly FrozenDictionary<uint, Rule> _rules =
        index.Rules.Where(r => r.Mode == RuleMode.Live).DistinctBy(r => RuleMarks.Of(r.Id)).ToFrozenDictionary(r => RuleMarks.Of(r.Id));

    public ParticipantAssessment Build(ParticipantState state)
    {
        var ledger = new ParticipantLedger(policy);
        long first = state.Contacts.MostWithin((long)policy.FirstContactWindow.TotalMilliseconds);
        var evidence = Evidence(state, first, ledger);
        var (severity, reason) = Judge(ledger.Raw, state.Evidence.Count);
        return new ParticipantAssessment
        {
            ParticipantId = state.ParticipantId,
            Risk = LogOdds.ToRisk(ledger.Raw),
            Severity = severity,
            SeverityReason = reason,
            Recommendation = Recommendations.Across(severity),
            RawScore = LogOdds.ToDecimal(ledger.Raw),
            Baseline = LogOdds.ToDecimal(policy.Baseline),
            Contacts = Count(state.Contacts, state.Contacts.Count),
            Reached = Count(state.Evidence, state.Evidence.Count),
            FirstContacts = Count(state.Contacts, first),
            FirstContactWindow = policy.FirstContactWindow,
            Evidence = evidence,
            Contributions = ledger.ToImmutable(),
            Assumptions = ParticipantAssumptions.Of(state, _rules.ContainsKey),
            Versions = versions,
        };
    }

    /// <summary>Contacts alone are no evidence: a teacher writes to many children.</summary>
    private ImmutableArray<ParticipantEvidence> Evidence(ParticipantState state, long first, ParticipantLedger ledger)
    {
        if (state.Evidence.Count == 0)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<ParticipantEvidence>();
        var repeated = new RepeatedRules(state.Evidence, _rules.ContainsKey);
        ledger.Add("speaker", state.IsAdult ? policy.Adult : state.IsMinor ? policy.Minor : 0);
        Add(ParticipantEvidenceKind.Reached, repeated.Known, state.Evidence.Count, ledger.Add("reached", policy.Reached.Of(state.Evidence.Count)));
        foreach (uint mark in repeated.Known.OrderBy(m => _rules[m].Id, StringComparer.Ordinal))
        {
            if (repeated.Count(mark) is >= 2 and long count)
            {
                Add(ParticipantEvidenceKind.RepeatedRule, [mark], count, ledger.Repeat(_rules[mark].Id, count));
            }
        }

        ledger.CapRepeats();
        if (repeated.Pattern(out long common) is { IsEmpty: false } pattern && common >= 2)
        {
            Add(ParticipantEvidenceKind.Pattern, pattern, common, ledger.Add("pattern", policy.Pattern.Of(common)));
        }

        Add(ParticipantEvidenceKind.Contacts, [], state.Contacts.Count, ledger.Add("contacts", policy.Contacts.Of(state.Contacts.Count)));
        Add(ParticipantEvidenceKind.FirstContacts, [], first, ledger.Add("first-contacts", policy.FirstContacts.Of(first)));
        return items.ToImmutable();

        void Add(ParticipantEvidenceKind kind, ImmutableArray<uint> marks, long count, int points) => items.Add(new ParticipantEvidence
        {
            Kind = kind,
            Rules = [.. marks.Select(m => _rules[m].Id).Order(StringComparer.Ordinal)],
            Tactics = [.. marks.Select(m => _rules[m].Tactic).Distinct().Order()],
            Count = Count(kind is ParticipantEvidenceKind.Contacts or ParticipantEvidenceKind.FirstContacts ? state.Contacts : state.Evidence, count),
            Contribution = LogOdds.ToDecimal(points),
            Explanation = string.Create(CultureInfo.InvariantCulture, $"{Sentence(kind)}: {count}"),
        });
    }

    private (Severity Severity, SeverityReason Reason) Judge(int raw, long reached)
    {
        var severity = _ladder.Reached(raw);
        var decision = severity == Severity.None ? SeverityDecision.BelowThresholds : SeverityDecision.Overall;
        var compared = severity;
        if (severity >= Severity.Review && reached < policy.MinimumReached)
        {
            (severity, decision, compared) = (Severity.Low, SeverityDecision.MinimumEvidence, Severity.Review);
        }

        return (severity, new SeverityReason(decision, null, LogOdds.ToRisk(raw), _ladder.Risk(compared)));
    }

    private static ApproximateCount Count(Reach reach, long value) => new(value, reach.IsEstimate ? DistinctSample.RelativeError : 0);

    private static string Sentence(ParticipantEvidenceKind kind) => kind switch
    {
        ParticipantEvidenceKind.Reached => "Possible minors towards whom rules matched",
        ParticipantEvidenceKind.RepeatedRule => "Possible minors towards whom this rule matched",
        ParticipantEvidenceKind.Pattern => "Possible minors towards whom these rules matched together",
        ParticipantEvidenceKind.Contacts => "Possible minors who were written to",
        _ => "Possible minors who were first written to within one window, at the most",
    };
}
