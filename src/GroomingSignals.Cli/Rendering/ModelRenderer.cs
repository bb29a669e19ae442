using System.Globalization;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What was trained, where it is, and how it did on parts of the data that it had not seen.</summary>
internal static class ModelRenderer
{
    public static Sheet Render(RiskClassifier model, string path, string card, int width)
    {
        ClassifierManifest manifest = model.Manifest;
        Sheet sheet = Heading.Write(new Sheet(width), "model");
        Label(sheet, "written").Wrap(path);
        Label(sheet, "card").Wrap(card);
        Label(sheet, "learnt from").Wrap(
            $"{Figures.Counted(manifest.Conversations, "conversation")}, {Figures.Count(manifest.Positives)} grooming; seed {manifest.Seed.ToString(CultureInfo.InvariantCulture)}");
        Label(sheet, "calibrated").Wrap(manifest.Calibration);
        foreach ((string name, double value) in manifest.Metrics)
        {
            Label(sheet, "").Put(name).To(44).Put(value.ToString("0.000", CultureInfo.InvariantCulture)).Line();
        }

        foreach (string warning in manifest.Warnings)
        {
            sheet.To(1).Put("warning", Palette.Warning).To(14).Wrap(warning);
        }

        return sheet.Put($"content hash: {model.ContentHash}").Line();
    }

    private static Sheet Label(Sheet sheet, string label) => sheet.To(1).Put(label, Palette.Dim).To(14);
}
