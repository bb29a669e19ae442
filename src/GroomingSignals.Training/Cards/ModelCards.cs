using System.Globalization;
using System.Text;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Training.Cards;

/// <summary>Model cards (Mitchell et al. 2019, "Model cards for model reporting"), made from a manifest alone.</summary>
public static class ModelCards
{
    /// <summary>Writes the card of a model in Markdown.</summary>
    /// <param name="manifest">The manifest.</param>
    public static string Write(ClassifierManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var card = new StringBuilder();
        Line(card, $"# Model card: {manifest.Id} {manifest.Version}");
        Warnings(card, manifest);
        Line(card, $"## Model details");
        Line(card, $"A linear classifier of words and character runs and a boosted forest over features of conversations, fused with rules. Engine {manifest.Engine}, feature schema `{Short(manifest.FeatureSchema)}`, seed {manifest.Seed}.");
        foreach (var pack in manifest.Packs)
        {
            Line(card, $"- rule pack {pack.Id} {pack.Version} `{Short(pack.Hash)}`");
        }

        foreach (var (name, value) in manifest.Options)
        {
            Line(card, $"- {name}: {value}");
        }

        Line(card, $"\n## Intended use\nTo order conversations for review by trained people. A score is a reason to look, never a verdict; no action against anybody may follow from it alone.");
        Line(card, $"Not for: languages, platforms or ages that the training data lacks; evidence in proceedings; use without a person who looks.");
        Line(card, $"\n## Training data\n{manifest.Conversations} conversations, {manifest.Positives} of them labelled as grooming ({manifest.TrainingPrevalence:P1}). Fingerprint `{Short(manifest.DataFingerprint)}`. The labels are taken as they were given.");
        Figures(card, manifest);
        Line(card, $"\n## What this does not show");
        Line(card, $"- How the model does on conversations from elsewhere: the figures are from the training data, each conversation scored by a model that had not seen it. Other platforms, years and languages differ.");
        Line(card, $"- How it does for groups of people, such as ages or dialects: measure it where the data names them.");
        Line(card, $"- How many alerts a platform will see: at a prevalence of 1 in 10,000 most alerts are false even at a false-positive rate of 0.001.");
        Line(card, $"- What the rules bring to a severity by themselves: that stands whatever the classifier says, so that more may reach it than the figures say. `evaluate --model` counts both.");
        Line(card, $"- That a high score of one conversation is right: look at the evidence.");
        Line(card, $"- The choice of recipe, fusion and thresholds was made on the same held-out scores, which flatters the figures a little.");
        Line(card, $"- Long texts: of a message only the first characters that the policy reads, and of a conversation of over 1,600 messages only windows, evenly spaced, were learnt from.");
        return card.ToString();
    }

    private static void Warnings(StringBuilder card, ClassifierManifest manifest)
    {
        foreach (string warning in manifest.Warnings)
        {
            Line(card, $"\n> **Warning.** {warning}");
        }

        card.Append('\n');
    }

    private static void Figures(StringBuilder card, ClassifierManifest manifest)
    {
        Line(card, $"\n## Figures\nOn conversations left out in turn while training. Calibration: {manifest.Calibration}.\n\n| figure | value |\n|---|---|");
        foreach (var (name, value) in manifest.Metrics)
        {
            Line(card, $"| {name} | {value:0.####} |");
        }
    }

    private static string Short(string hash) => hash.Length > 16 ? hash[..16] : hash;

    private static void Line(StringBuilder card, FormattableString text) => card.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
