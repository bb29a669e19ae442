using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Assessment;

/// <summary>Gathers everything that was assumed, truncated or evicted.</summary>
internal static class AssumptionList
{
    /// <summary>Gathers them.</summary>
    /// <param name="state">The state.</param>
    /// <param name="expiredOverrides">Rules whose override has expired.</param>
    /// <param name="ofClassifier">Codes of what has to be said of the classifier.</param>
    public static ImmutableArray<Assumption> Of(
        ConversationState state, ImmutableArray<string> expiredOverrides, ImmutableArray<string> ofClassifier)
    {
        var list = ImmutableArray.CreateBuilder<Assumption>();
        foreach (var participant in state.Participants)
        {
            if (participant.Assumed)
            {
                Add(NoteCodes.ListenerAssumed, participant.Id, 1);
            }
            else if (participant.ListenerAge != participant.Age)
            {
                Add(NoteCodes.AgeInferred, participant.Id, 1);
            }
            else if (participant.Age == AgeBand.Unknown)
            {
                Add(NoteCodes.AgeUnknown, participant.Id, 1);
            }
        }

        if (state.MessageCount == 1)
        {
            Add(NoteCodes.DirectionUnknown, null, 1);
        }

        foreach (var (code, subject, count) in state.Notes.All)
        {
            Add(code, subject.Length == 0 ? null : subject, count);
        }

        foreach (string rule in expiredOverrides)
        {
            Add(NoteCodes.OverrideExpired, rule, 1);
        }

        foreach (string code in ofClassifier)
        {
            Add(code, null, 1);
        }

        return list.ToImmutable();

        void Add(string code, string? subject, int count) => list.Add(new Assumption(code, subject, count, NoteCodes.Describe(code)));
    }
}
