using GroomingSignals.Data;
using GroomingSignals.Evaluation.Splits;

namespace GroomingSignals.Evaluation.Checks;

/// <summary>Counts.</summary>
internal static class DataChecker
{
    public static DataCheck Check(IReadOnlyList<LabelledConversation> conversations, SplitOptions options)
    {
        NearDuplicates duplicates = NearDuplicates.Find(conversations, options.NearDuplicateSimilarity, options.Threads);
        ParticipantIndex participants = new(conversations);
        var shared = participants.Shared().ToList();
        DataCheck counted = new()
        {
            Conversations = conversations.Count,
            Messages = conversations.Sum(c => (long)c.Conversation.Messages.Count),
            Positives = Summary(conversations.Where(c => c.Label is true)),
            Negatives = Summary(conversations.Where(c => c.Label is false)),
            Unlabelled = Summary(conversations.Where(c => c.Label is null)),
            Empty = conversations.Count(c => c.Conversation.Messages.Count == 0),
            RepeatedIds = conversations.Where(c => c.Conversation.Id is not null)
                .GroupBy(c => c.Conversation.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Sum(g => g.Count()),
            Synthetic = conversations.Count(c => c.Synthetic),
            NearDuplicates = duplicates,
            NearDuplicatesAcrossLabels = duplicates.Groups.Count(g => HasBothLabels(conversations, g)),
            Participants = participants.Count,
            ParticipantsInSeveral = shared.Count,
            ParticipantsOnBothSides = shared.Count(s => HasBothLabels(conversations, s)),
            Roles = participants.Roles(),
            MissingTimes = conversations.Sum(c => c.Conversation.Messages.LongCount(m => m.Time is null)),
            Warnings = [],
        };
        return counted with { Warnings = DataWarnings.Of(counted, options.Participants) };
    }

    private static ClassSummary Summary(IEnumerable<LabelledConversation> conversations)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        var shapes = conversations.Select(c =>
        {
            ParticipantIndex.Collect(c.Conversation, ids);
            return (Characters: c.Conversation.Messages.Sum(m => (long)m.Text.Length), Messages: (long)c.Conversation.Messages.Count, Participants: (long)ids.Count);
        }).ToList();
        return new ClassSummary(
            shapes.Count, Quartiles.Of(shapes.Select(s => s.Characters)), Quartiles.Of(shapes.Select(s => s.Messages)), Quartiles.Of(shapes.Select(s => s.Participants)));
    }

    private static bool HasBothLabels(IReadOnlyList<LabelledConversation> conversations, IReadOnlyList<int> group) =>
        group.Any(i => conversations[i].Label is true) && group.Any(i => conversations[i].Label is false);
}
