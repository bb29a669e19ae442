using System.Collections.Immutable;
using GroomingSignals.Features;
using GroomingSignals.Scoring;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>
/// Writes the ledger of a pair at its peak: a line a rule, by id, then the named lines, then those of the classifier in the order of its features.
/// Lines of nothing are left out. On the fused scale every line of the rules is weighed; what rounding leaves over has a line of its own.
/// </summary>
/// <param name="fused">The classifier; null without one.</param>
internal sealed class Ledger(FusedScorer? fused)
{
    /// <summary>The lines.</summary>
    /// <param name="pair">The pair; it has a peak.</param>
    /// <param name="heard">True when the classifier was heard at the peak: on a track that raises no risk it is not.</param>
    /// <param name="peak">The features at the peak of this pair; null when they are not known.</param>
    public ImmutableArray<Contribution> Of(TrackedPair pair, bool heard, FeaturePeak? peak)
    {
        var lines = new Lines(pair.PeakVoice is null ? null : fused!.Fusion);
        foreach (var tally in pair.Tallies.Where(t => t.Peak.Hits > 0).OrderBy(t => t.RuleId, StringComparer.Ordinal))
        {
            lines.OfRules(tally.RuleId, tally.Peak.Gross);
        }

        lines.OfRules("cap", -pair.Tallies.Sum(t => t.Peak.Capped));
        lines.OfRules("decay", -pair.Tallies.Sum(t => t.Peak.Gross - t.Peak.Capped - t.Peak.Value));
        lines.OfRules("co-occurrence", pair.PeakLines.CoOccurrence);
        lines.OfRules("direction", pair.PeakLines.Direction);
        lines.OfRules("acceleration", pair.PeakLines.Acceleration);
        lines.OfRules("obfuscation", pair.PeakLines.Obfuscation);
        lines.OfRules("track", pair.PeakLines.Track);
        lines.OfRules("protection", pair.PeakLines.Protection);
        if (pair.PeakVoice is { } voice)
        {
            if (heard)
            {
                Classifier(lines, voice, peak);
            }

            lines.Add("rounding", pair.PeakRaw - fused!.Fusion.Baseline - lines.Sum);
        }

        return lines.ToImmutable();
    }

    private void Classifier(Lines lines, ClassifierVoice voice, FeaturePeak? peak)
    {
        lines.Add("classifier.text", voice.Text);
        if (peak is null || fused!.Fusion.Forest == 0)
        {
            lines.Add("classifier.features", voice.Forest);
            return;
        }

        Span<double> contributions = stackalloc double[FeatureSchema.Count];
        fused.Forest.Contributions(peak.Vector, contributions);
        lines.Add("classifier.bias", Weighed(fused.Forest.Expected));
        for (int i = 0; i < contributions.Length; i++)
        {
            lines.Add($"classifier.{FeatureSchema.Names[i]}", Weighed(contributions[i]));
        }
    }

    private long Weighed(double logOdds) => fused!.Fusion.OfForest(logOdds);

    private sealed class Lines(Fusion? fusion)
    {
        private readonly ImmutableArray<Contribution>.Builder _lines = ImmutableArray.CreateBuilder<Contribution>();

        public long Sum { get; private set; }

        public void OfRules(string name, long micros) => Add(name, fusion?.OfRules(micros) ?? micros);

        public void Add(string name, long micros)
        {
            if (micros != 0)
            {
                Sum += micros;
                _lines.Add(new Contribution(name, LogOdds.ToDecimal(micros)));
            }
        }

        public ImmutableArray<Contribution> ToImmutable() => _lines.ToImmutable();
    }
}
