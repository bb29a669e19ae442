using System.Globalization;
using System.Text.Json;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Policy;
using GroomingSignals.Tracking;
using GroomingSignals.Workbench.Corpus;
using GroomingSignals.Workbench.Queue;
using GroomingSignals.Workbench.Settings;

namespace GroomingSignals.Workbench.Review;

/// <summary>Analyses one conversation again, message by message, with the analyzer that the present settings make: what it shows is what <c>analyze</c> says.</summary>
internal sealed class ConversationReviewer(RiskAnalyzer analyzer, Candidate candidate)
{
    public ConversationView View(ScoredConversation scored, int index)
    {
        Conversation conversation = scored.Source.Conversation;
        Reading reading = Read(conversation);
        Standing? decisive = Verdicts.Of(scored, candidate.Judge).Standing is >= 0 and int standing ? scored.Standings[standing] : null;
        Thresholds? thresholds = decisive is { } known ? candidate.Effective[(int)known.Track] : null;
        return new ConversationView
        {
            Index = index,
            Why = ReasonSentence.Of(scored, decisive, candidate),
            Track = decisive is { } d ? TrackNames.Title(d.Track) : null,
            Assessment = JsonElement.Parse(reading.Assessment.ToJson()),
            Thresholds = [thresholds?.Low, thresholds?.Review, thresholds?.Urgent],
            Label = scored.Source.Label,
            Messages = [.. conversation.Messages.Select((message, i) => Message(message, i, reading.Steps[i], reading.Marks[i]))],
        };
    }

    /// <summary>The text of one message, and of no other.</summary>
    /// <param name="scored">The conversation.</param>
    /// <param name="message">The index of the message.</param>
    /// <param name="evidence">True to reveal the evidence in it too.</param>
    public TextPiece[] Reveal(ScoredConversation scored, int message, bool evidence)
    {
        Conversation conversation = scored.Source.Conversation;
        return MessagePieces.Cut(conversation.Messages[message].Text, Read(conversation).Marks[message], evidence);
    }

    private Reading Read(Conversation conversation)
    {
        ConversationState state = analyzer.Start(conversation.Id, conversation.Participants);
        MarkCollector marks = new(analyzer.Index);
        AppendResult[] steps = new AppendResult[conversation.Messages.Count];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = analyzer.Append(state, conversation.Messages[i]);
            marks.After(state, conversation.Messages[i], steps[i]);
        }

        return new Reading(analyzer.Assess(state), steps, marks.Marks);
    }

    private static MessageView Message(Message message, int index, in AppendResult step, IReadOnlyList<EvidenceMark> marks) => new(
        MarkCollector.IdOf(message, index),
        message.Sender,
        message.Time?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        message.Text.Length,
        [.. MessageTagNames.Of(message.Tags)],
        step.Risk,
        step.CurrentRisk,
        AssessmentJson.Name(step.Severity),
        step.SeverityRose,
        [.. marks]);

    private sealed record Reading(RiskAssessment Assessment, AppendResult[] Steps, IReadOnlyList<IReadOnlyList<EvidenceMark>> Marks);
}
