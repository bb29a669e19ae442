using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>How the report was made, so that it can be made again.</summary>
internal static class OriginSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("origin", "How this was made");
        if (result.Options.Command is { } command)
        {
            page.Raw($"<pre>{Html.Text(command)}</pre>");
        }

        EvaluationOptions options = result.Options;
        page.Soft(string.Create(CultureInfo.InvariantCulture,
            $"Engine {result.Engine}; seed {options.Seed}; {options.Folds} folds; {Numbers.Whole(options.Resamples)} resamples; thresholds with the best F1 on the held-out scores of the other folds; half of the worth of an alert gone at {options.LatencyHalf} messages; prevalence {Numbers.OneIn(options.Prevalence)}; participant ids {(options.Split.Participants == Splits.ParticipantScope.Global ? "global" : "local to a conversation")}."));
        if (result.Versions is { } versions)
        {
            IEnumerable<PackVersion> all = versions.Packs.Append(versions.Policy).Concat(versions.Model is { } model ? [model] : []);
            page.Raw("<ul class=\"soft\">" + string.Concat(all.Select(v => $"<li>{Html.Text(v.Id)} {Html.Text(v.Version)} <code>{Html.Text(v.Hash[..Math.Min(16, v.Hash.Length)])}</code></li>")) + "</ul>");
        }

        page.EndSection();
    }
}
