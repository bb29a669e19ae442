using System.Globalization;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What was evaluated on what, and the banner of synthetic data.</summary>
internal static class HeaderSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        string how = result.IsCrossValidation
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Options.Folds}-fold cross-validation")
            : "a finished scorer, measured as it is";
        string unlabelled = result.Check.Unlabelled.Conversations > 0 ? $", {Numbers.Whole(result.Check.Unlabelled.Conversations)} without a label" : "";
        page.Raw("<header><div>");
        page.Raw($"<h1>Evaluation: {Html.Text(result.Name)}</h1>");
        page.Soft($"{Numbers.Whole(result.Check.Conversations)} conversations, {Numbers.Whole(result.Check.Messages)} messages: "
            + $"{Numbers.Whole(result.Headline.Positives)} labelled as grooming, {Numbers.Whole(result.Headline.Negatives)} as not{unlabelled}. {Capital(how)}, seed {result.Options.Seed.ToString(CultureInfo.InvariantCulture)}.");
        page.Raw("</div><button id=\"theme\" type=\"button\" hidden>Light / dark</button></header>");
    }

    /// <summary>Says that data is synthetic, where nobody can pass it over.</summary>
    public static void WriteBanner(Page page, EvaluationResult result)
    {
        if (result.Check.Synthetic > 0)
        {
            page.Raw("<div class=\"banner\" role=\"note\"><strong>Synthetic data</strong>"
                + Html.Text($"{Numbers.Percent(result.Check.SyntheticShare)} of these conversations were composed from short fragments, not observed. The figures show that the machinery works and say nothing about accuracy in the field.")
                + "</div>");
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
