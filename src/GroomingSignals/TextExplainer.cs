using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals;

/// <summary>Says which n-grams of a conversation's messages moved the classifier. It needs the text again, since states hold none.</summary>
internal sealed class TextExplainer(NGramTable table, int messageCharacters)
{
    private const int MostGrams = 25;

    /// <summary>The messages with the highest text scores, the highest first, equal ones in their order.</summary>
    public ImmutableArray<MessageTextScore> Explain(Conversation conversation, int messages)
    {
        var view = new ViewText();
        var scored = new List<(int Ordinal, double Score)>();
        for (int i = 0; i < conversation.Messages.Count; i++)
        {
            var text = Folded(conversation.Messages[i], view);
            if (text.Grams > 0)
            {
                scored.Add((i, table.Normalise(text.Sum, text.Grams)));
            }
        }

        return [.. scored.OrderByDescending(s => s.Score).ThenBy(s => s.Ordinal).Take(messages).Select(s => One(conversation.Messages[s.Ordinal], s.Ordinal, s.Score, view))];
    }

    private MessageText Folded(Message message, ViewText view)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(message.Text, nameof(message));
        Folder.Fold(Matching.MessageReader.Limited(message.Text, messageCharacters), view);
        return table.Score(view);
    }

    private MessageTextScore One(Message message, int ordinal, double score, ViewText view)
    {
        var text = Folded(message, view);
        var grams = table.Explain(view);

        // The normalisation of a sum is linear in it: what one n-gram adds is its weight, normalised by the number of all.
        var strongest = grams.OrderByDescending(g => Math.Abs(g.Weight)).ThenBy(g => g.Span.Start).ThenBy(g => g.Span.End).Take(MostGrams);
        return new MessageTextScore(
            message.Id ?? ordinal.ToString(CultureInfo.InvariantCulture),
            message.Sender,
            score,
            [.. strongest.Select(g => new GramWeight(g.Span, table.Normalise(g.Weight, text.Grams)))],
            Math.Max(0, grams.Count - MostGrams));
    }
}
