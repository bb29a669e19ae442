using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Report.Sections;

/// <summary>What the figures do not show.</summary>
internal static class LimitsSection
{
    public static void Write(Page page, EvaluationResult result)
    {
        page.Section("limits", "What these figures do not show");
        List<string> limits =
        [
            "How it does elsewhere. Other platforms, languages, years and age groups talk differently; figures from one corpus rarely hold on another. Measure on your own labelled conversations before you rely on any of them.",
            "How rare cases are. Precision, F1 and average precision depend on the share of cases in the test data, which is far above that of any platform: read the translation to a prevalence instead.",
            "Whether the labels are right. What the people who labelled the data missed, or called by the wrong name, is counted as the scorer's error or as its success.",
            "How people answer to it. Somebody who knows the rules can talk around them.",
            "Whether a person should be suspected. A score orders a queue for trained reviewers; it is never a finding about anyone.",
        ];
        if (result.Check.Synthetic > 0)
        {
            limits.Insert(0, "Anything about real conversations: the data is synthetic, composed to exercise the machinery.");
        }

        if (!result.IsCrossValidation)
        {
            limits.Add("Whether the scorer had seen this data: a finished model is measured as it came. If it was trained on any of it, these figures flatter.");
        }

        page.Raw("<ul>" + string.Concat(limits.Select(l => $"<li>{Html.Text(l)}</li>")) + "</ul>").EndSection();
    }
}
