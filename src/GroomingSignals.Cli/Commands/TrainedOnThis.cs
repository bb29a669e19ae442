using GroomingSignals.Data;
using GroomingSignals.Evaluation;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training;

namespace GroomingSignals.Cli.Commands;

/// <summary>Notices a model that is measured on what it learnt from. A part of that data, or another order, is not recognised: a model keeps one fingerprint of everything.</summary>
internal static class TrainedOnThis
{
    public static DataWarning? Warning(RiskClassifier? model, IReadOnlyList<LabelledConversation> data)
    {
        if (model is null)
        {
            return null;
        }

        string fingerprint = DataFingerprint.Of([.. data.Where(static c => c.Label is not null)]);
        return string.Equals(fingerprint, model.Manifest.DataFingerprint, StringComparison.Ordinal)
            ? new DataWarning("trained-on-this-data", "The model learnt from exactly these conversations: the figures say how well it remembers, and nothing else.")
            : null;
    }
}
