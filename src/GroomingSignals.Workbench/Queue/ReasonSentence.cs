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
        return $"{Decision(judged)}: {Tactics(standing)}, {who} ({TrackNames.Title(standing.Track).ToLowerInvariant()}).";
    }

    private static string Decision(JudgedSeverity judged)
    {
        string value = Risk(LogOdds.ToRisk(judged.Value));
        string threshold = judged.Threshold.ToString("0.000###", CultureInfo.InvariantCulture);
        string tactic = judged.Tactic is { } t ? Taxonomy.Id(t) : "";
        return judged.DecidedBy switch
        {
            SeverityDecision.Overall => $"Risk {value} reaches {threshold}",
            SeverityDecision.Tactic => $"{tactic} alone, {value}, reaches {threshold}",
            SeverityDecision.FastPath => $"Fast path of {tactic}: {value} reaches {threshold}",
            SeverityDecision.MinimumEvidence => $"Risk {value} reaches {threshold}, on too little evidence for more",
            SeverityDecision.Rules => $"The rules alone, {value}, reach {threshold}",
            SeverityDecision.Track => "These ages raise no grooming risk",
            _ => $"Risk {value} is below {threshold}",
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

    /// <summary>What rounds to a certainty is not one.</summary>
    private static string Risk(double risk) => risk > 0.9995 ? "over 0.999" : risk.ToString("0.000", CultureInfo.InvariantCulture);
}
