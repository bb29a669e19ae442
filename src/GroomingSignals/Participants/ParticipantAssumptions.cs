using System.Collections.Immutable;
using GroomingSignals.Assessment;

namespace GroomingSignals.Participants;

/// <summary>Gathers what was estimated, left out or not known of a participant. The codes are stable.</summary>
internal static class ParticipantAssumptions
{
    internal const string CountsEstimated = "counts-estimated";
    internal const string RulesSampled = "rules-sampled";
    internal const string RulesUnknown = "rules-unknown";
    internal const string ContactTimeUnknown = "contact-time-unknown";
    internal const string AgeUnknown = "age-unknown";

    public static ImmutableArray<Assumption> Of(ParticipantState state, Func<uint, bool> isKnown)
    {
        var list = ImmutableArray.CreateBuilder<Assumption>();
        if (state.SpeakerBands != 0 && !state.IsAdult && !state.IsMinor)
        {
            Add(AgeUnknown, 1, "The age of the participant is not known in some conversation.");
        }

        Add(
            CountsEstimated, (state.Contacts.IsEstimate ? 1 : 0) + (state.Evidence.IsEstimate ? 1 : 0),
            "More than 64 different ones: counts are estimates from the 64 smallest hashes, with a relative standard error of 0.128.");
        var rules = state.Evidence.Minors.Entries.Concat(state.Evidence.Conversations.Entries).Select(e => e.Rules).ToList();
        Add(RulesSampled, rules.Count(r => r.More), "More than eight rules matched: the eight with the smallest marks are followed.");
        Add(
            RulesUnknown, rules.SelectMany(r => r.Marks).Distinct().Count(m => !isKnown(m)),
            "Rules that are no longer loaded or scored matched: they count for who was reached, not as repeated.");
        Add(
            ContactTimeUnknown, state.Contacts.Minors.Entries.Count(e => e.First is null),
            "A possible minor was written to at no stated time: not counted among the first contacts of a window.");
        return list.ToImmutable();

        void Add(string code, int count, string detail)
        {
            if (count > 0)
            {
                list.Add(new Assumption(code, null, count, detail));
            }
        }
    }
}
