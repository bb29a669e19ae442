using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Scoring;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Queue;

/// <summary>Why a conversation is where it is, in one sentence, without message text.</summary>
internal static class ReasonSentence
{
    private const int NamedTactics = 3;

    public static string Of(ScoredConversation conversation, Standing? decisive, Candidate candidate)
    {
        if (decisive is not { } standing)
        {
            return "Nothing was found.";
        }

        JudgedSeverity judged = candidate.Judge.Judge(standing.Track, standing.Raw, standing.Evidence, standing.Tactics, standing.Apart);
        string who = $"{conversation.People[standing.From]} towards {conversation.People[standing.Towards]}";
        return $"{Decision(judged, candidate.Effective[(int)standing.Track].Review)}: {Tactics(standing)}, {who} ({TrackNames.Title(standing.Track).ToLowerInvariant()}).";
    }

    /// <summary>What is in no queue is told with the threshold that would bring it in, and not with that of <c>low</c> alone.</summary>
    private static string Decision(JudgedSeverity judged, double? review)
    {
        string value = Risk(LogOdds.ToRisk(judged.Value));
        string threshold = Threshold(judged.Threshold);
        string tactic = judged.Tactic is { } t ? Taxonomy.Id(t) : "";
        return judged.DecidedBy switch
        {
            SeverityDecision.Overall when judged.Severity < Severity.Review && review is { } wanted => $"Risk {value} is below {Threshold(wanted)} for review",
            SeverityDecision.Overall => $"Risk {value} reaches {threshold}",
            SeverityDecision.Tactic => $"{tactic} alone, {value}, reaches {threshold}",
            SeverityDecision.FastPath => $"Fast path of {tactic}: {value} reaches {threshold}",
            SeverityDecision.MinimumEvidence => $"Risk {value} reaches {threshold}, on too little evidence for more",
            SeverityDecision.Rules => $"The rules alone, {value}, reach {threshold}",
            SeverityDecision.Track => "These ages raise no grooming risk",
            _ => $"Risk {value} is below {(review is { } needed ? $"{Threshold(needed)} for review" : threshold)}",
        };
    }

    /// <summary>Those that add most, in front.</summary>
    private static string Tactics(in Standing standing)
    {
        List<(Tactic Tactic, long Points)> found = [];
        for (int i = 0; i < TacticPoints.Length; i++)
        {
            if (standing.Tactics[i] > 0)
            {
                found.Add(((Tactic)i, standing.Tactics[i]));
            }
        }

        string[] names = [.. found.OrderByDescending(f => f.Points).Take(NamedTactics).Select(f => Taxonomy.Id(f.Tactic))];
        int rest = found.Count - names.Length;
        return names.Length == 0 ? "the classifier alone"
            : string.Join(", ", names) + (rest > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {rest} more") : "");
    }

    private static string Threshold(double risk) => risk.ToString("0.000#####", CultureInfo.InvariantCulture);

    /// <summary>Near 0 and 1 with more digits; what rounds to a certainty even then is not one.</summary>
    private static string Risk(double risk)
    {
        double away = Math.Min(risk, 1 - risk);
        int digits = away >= 0.0005 ? 3 : Math.Min(6, (int)Math.Ceiling(-Math.Log10(away)) + 1);
        return away >= 1e-6 ? risk.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : risk > 0.5 ? "over 0.999999" : "below 0.000001";
    }
}
