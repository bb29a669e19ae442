using System.Runtime.InteropServices;
using GroomingSignals.Scoring;

namespace GroomingSignals.Policy;

/// <summary>Where a pair stood after a message: all that a severity is judged from, and nothing that thresholds change.</summary>
/// <param name="From">The index of the participant who speaks.</param>
/// <param name="Towards">The index of the participant it is said towards.</param>
/// <param name="Track">The track then.</param>
/// <param name="Raw">The score, in millionths of log-odds.</param>
/// <param name="Evidence">The pieces of evidence, rule and message.</param>
/// <param name="Tactics">The points by tactic.</param>
/// <param name="Apart">What each voice would say alone, on the fused scale; null on the rules' own.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Standing(int From, int Towards, Track Track, int Raw, int Evidence, TacticPoints Tactics, VoicesApart? Apart)
{
    /// <summary>True when no thresholds can put the other above this one: severities rise with all that is compared here.</summary>
    public bool Covers(in Standing other)
    {
        if (Track != other.Track || Raw < other.Raw || Evidence < other.Evidence
            || (Apart, other.Apart) is ({ } mine, { } its) && (mine.Classifier < its.Classifier || mine.Rules < its.Rules))
        {
            return false;
        }

        for (int tactic = 0; tactic < TacticPoints.Length; tactic++)
        {
            if (Tactics[tactic] < other.Tactics[tactic])
            {
                return false;
            }
        }

        return true;
    }
}
