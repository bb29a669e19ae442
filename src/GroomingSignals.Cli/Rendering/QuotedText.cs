using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>Quotes the words of a span in their context.</summary>
internal sealed class QuotedText
{
    private const int Context = 32;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly bool _marks;

    public QuotedText(Conversation conversation, bool marks)
    {
        _marks = marks;
        for (int i = 0; i < conversation.Messages.Count; i++)
        {
            Message message = conversation.Messages[i];
            _texts.TryAdd(message.Id ?? i.ToString(CultureInfo.InvariantCulture), message.Text);
        }
    }

    public void Write(Sheet sheet, EvidenceAnchor anchor, int indent = AssessmentRenderer.Indent + 2)
    {
        if (anchor.Spans.IsDefaultOrEmpty || !_texts.TryGetValue(anchor.MessageId, out string? text))
        {
            return;
        }

        foreach (TextSpan span in anchor.Spans)
        {
            if (span.Start >= 0 && span.Start <= span.End && span.End <= text.Length)
            {
                Write(sheet, text, span, indent);
            }
        }
    }

    private void Write(Sheet sheet, string text, TextSpan span, int indent)
    {
        int from = Edge(text, Math.Max(0, span.Start - Context));
        int to = Edge(text, Math.Min(text.Length, span.End + Context));
        string before = (from > 0 ? "…" : "") + VisibleText.Of(text[from..span.Start]);
        string match = VisibleText.Of(text[span.Start..span.End]);
        string after = VisibleText.Of(text[span.End..to]) + (to < text.Length ? "…" : "");

        int room = sheet.Width - indent - 2;
        int left = Math.Min(CellWidth.Of(match), room);
        match = Cut(match, room, fromStart: false);
        int sides = Math.Max(0, room - left);
        before = Cut(before, Math.Max(sides / 2, sides - CellWidth.Of(after)), fromStart: true);
        after = Cut(after, sides - CellWidth.Of(before), fromStart: false);

        sheet.To(indent).Put("“").Put(before).Put(match, Palette.Marked).Put(after).Put("”").Line();
        if (_marks)
        {
            sheet.To(indent + 1 + CellWidth.Of(before)).Put(new string('^', Math.Max(1, CellWidth.Of(match)))).Line();
        }
    }

    /// <summary>Keeps surrogate pairs whole.</summary>
    private static int Edge(string text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    private static string Cut(string text, int cells, bool fromStart)
    {
        if (CellWidth.Of(text) <= cells)
        {
            return text;
        }

        if (cells < 2)
        {
            return "";
        }

        int start = 0;
        int end = text.Length;
        while (CellWidth.Of(text[start..end]) > cells - 1)
        {
            if (fromStart)
            {
                start += char.IsHighSurrogate(text[start]) ? 2 : 1;
            }
            else
            {
                end -= char.IsLowSurrogate(text[end - 1]) ? 2 : 1;
            }
        }

        return fromStart ? "…" + text[start..end] : text[start..end] + "…";
    }
}
