using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Rules;
using GroomingSignals.Tracking;

namespace GroomingSignals.Workbench.Review;

/// <summary>
/// Takes down where evidence stands, message by message. An assessment may have evicted places to stay small; what is masked must not depend on that.
/// </summary>
internal sealed class MarkCollector(RuleIndex index)
{
    private readonly List<List<EvidenceMark>> _marks = [];
    private readonly Dictionary<string, int> _messages = new(StringComparer.Ordinal);

    /// <summary>The marks of each message, by its index.</summary>
    public IReadOnlyList<IReadOnlyList<EvidenceMark>> Marks => _marks;

    /// <summary>The id by which evidence names a message.</summary>
    public static string IdOf(Message message, int index) => message.Id ?? index.ToString(CultureInfo.InvariantCulture);

    /// <summary>Takes down what a message brought.</summary>
    /// <param name="state">The state, just after the message.</param>
    /// <param name="message">The message.</param>
    /// <param name="result">What it changed.</param>
    public void After(ConversationState state, Message message, AppendResult result)
    {
        string id = IdOf(message, _marks.Count);
        if (result.Duplicate && _messages.TryGetValue(id, out int first))
        {
            // The same words again: they are masked where they were masked before.
            _marks.Add([.. _marks[first]]);
            return;
        }

        _messages[id] = _marks.Count;
        _marks.Add([]);
        int ordinal = state.MessageCount - 1;
        foreach (EvidenceRecord record in state.Pairs.SelectMany(p => p.Evidence).Where(e => e.Ordinal == ordinal))
        {
            string tactic = Taxonomy.Id(index.Rules[index.RuleOf(record.RuleId)].Tactic);
            TextSpan[] spans = record.Spans.Length == 0 ? [default] : record.Spans;
            foreach (TextSpan span in spans)
            {
                Add(_marks.Count - 1, new EvidenceMark(span.Start, span.End, tactic, record.RuleId));
            }

            if (record.EarlierMessageId is { } earlier && _messages.TryGetValue(earlier, out int before))
            {
                Add(before, new EvidenceMark(record.EarlierSpan.Start, record.EarlierSpan.End, tactic, record.RuleId));
            }
        }
    }

    private void Add(int message, EvidenceMark mark)
    {
        if (!_marks[message].Contains(mark))
        {
            _marks[message].Add(mark);
        }
    }
}
