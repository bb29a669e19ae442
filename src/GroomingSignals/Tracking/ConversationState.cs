using GroomingSignals.Rules;

namespace GroomingSignals.Tracking;

/// <summary>
/// The state of one conversation: small, without text, with one owner. It is not thread-safe: one caller at a time.
/// Made by <see cref="RiskAnalyzer.Start"/> or <see cref="RiskAnalyzer.Resume"/>.
/// </summary>
public sealed class ConversationState
{
    internal ConversationState()
    {
    }

    /// <summary>The id of the conversation; null when it has none.</summary>
    public string? ConversationId { get; internal set; }

    /// <summary>How many messages were applied, duplicates not counted.</summary>
    public int MessageCount { get; internal set; }

    /// <summary>
    /// Writes the state as a versioned binary snapshot without message text, at most as long as the policy's limit.
    /// Equal states give equal bytes.
    /// </summary>
    public byte[] ToSnapshot() => Snapshot.Write(this);

    internal List<TrackedParticipant> Participants { get; } = [];

    internal List<TrackedPair> Pairs { get; } = [];

    internal EventHistory History { get; set; } = new();

    internal SeenMessages Seen { get; } = new();

    internal Notes Notes { get; } = new();

    /// <summary>What the classifier's features are made of; null where no features are collected.</summary>
    internal FeatureState? Features { get; set; }

    /// <summary>The index of the participant who sent the first message; -1 before it.</summary>
    internal int Initiator { get; set; } = -1;

    /// <summary>When the conversation began, in Unix milliseconds; null when not known.</summary>
    internal long? FirstTime { get; set; }

    /// <summary>The latest time of a message; null when none had one.</summary>
    internal long? LastTime { get; set; }

    /// <summary>The rules to which <see cref="RuleTally.Rule"/> refers; null until bound.</summary>
    internal RuleIndex? BoundTo { get; set; }

    internal int IndexOf(string id)
    {
        for (int i = 0; i < Participants.Count; i++)
        {
            if (string.Equals(Participants[i].Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    internal TrackedPair? PairOf(int from, int towards)
    {
        foreach (var pair in Pairs)
        {
            if (pair.From == from && pair.Towards == towards)
            {
                return pair;
            }
        }

        return null;
    }
}
