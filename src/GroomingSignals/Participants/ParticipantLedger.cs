using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;

namespace GroomingSignals.Participants;

/// <summary>Adds up the ledger of one participant, in whole millionths of log-odds: baseline plus lines is the score, by construction.</summary>
/// <param name="policy">The numbers.</param>
internal sealed class ParticipantLedger(ParticipantPolicy policy)
{
    private readonly ImmutableArray<Contribution>.Builder _lines = ImmutableArray.CreateBuilder<Contribution>();
    private long _repeated;

    /// <summary>The score so far.</summary>
    public int Raw { get; private set; } = policy.Baseline;

    /// <summary>Writes a line; one of nothing is left out.</summary>
    /// <returns>What it adds.</returns>
    public int Add(string name, int micros)
    {
        if (micros != 0)
        {
            Raw += micros;
            _lines.Add(new Contribution(name, LogOdds.ToDecimal(micros)));
        }

        return micros;
    }

    /// <summary>The line of a rule that was repeated.</summary>
    public int Repeat(string ruleId, long count)
    {
        int points = policy.Repetition.Of(count);
        _repeated += points;
        return Add(ruleId, points);
    }

    /// <summary>What the repeated rules have above their cap is taken away again.</summary>
    public void CapRepeats() => Add("cap", -(int)Math.Max(0, _repeated - policy.Repetition.Cap));

    public ImmutableArray<Contribution> ToImmutable() => _lines.ToImmutable();
}
