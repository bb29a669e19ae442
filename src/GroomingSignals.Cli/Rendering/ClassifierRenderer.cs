using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What moved the classifier: n-grams with their spans, and on demand the exact shares of the features.</summary>
internal static class ClassifierRenderer
{
    /// <summary>How many places of a message are shown.</summary>
    private const int ShownPlaces = 8;

    /// <summary>What is smaller than this would show as 0.</summary>
    private const double Visible = 5e-13;

    public static void Render(Sheet sheet, Explained explained)
    {
        Texts(sheet, explained);
        if (explained.Features is { } features)
        {
            Features(sheet, features);
        }
    }

    private static void Texts(Sheet sheet, Explained explained)
    {
        if (explained.Texts.IsEmpty)
        {
            return;
        }

        AssessmentRenderer.Label(sheet, "n-grams").Wrap("what adds most to the text score of the messages with the highest one", Palette.Dim);
        Func<MessageTextScore, TextSpan, string> words = Words(explained.Conversation);
        var columns = new Columns(2, 3);
        columns.Add(Head("MESSAGE"), Head("SENDER"), Head("SPAN"), Head("WEIGHT"), Head(explained.Conversation is null ? "" : "TEXT"));
        foreach (MessageTextScore text in explained.Texts)
        {
            // Several n-grams may stand in one place, with and without the edge of a word.
            (TextSpan Span, double Weight)[] places = [.. text.Grams.GroupBy(g => g.Span).Select(g => (g.Key, g.Sum(x => x.Weight))).OrderByDescending(p => Math.Abs(p.Item2))];
            int more = text.OtherGrams + text.Grams.Length - places.Take(ShownPlaces).Sum(p => text.Grams.Count(g => g.Span == p.Span));
            columns.Add(text.MessageId, text.Sender, "", Number(text.Score), "");
            foreach ((TextSpan span, double weight) in places.Take(ShownPlaces))
            {
                columns.Add("", "", string.Create(CultureInfo.InvariantCulture, $"{span.Start}..{span.End}"), Number(weight), words(text, span));
            }

            if (more > 0)
            {
                columns.Add("", "", new Cell($"{Figures.Count(more)} more", Palette.Dim), "", "");
            }
        }

        columns.WriteTo(sheet, AssessmentRenderer.Indent);
    }

    /// <summary>Twelve digits, so that whoever adds them up finds the score.</summary>
    private static void Features(Sheet sheet, ClassifierExplanation explanation)
    {
        AssessmentRenderer.Label(sheet, "shap").Wrap($"the forest's score shared out exactly; times {Number(explanation.Weight)} in the ledger", Palette.Dim);
        var columns = new Columns(1, 2);
        columns.Add(Head("FEATURE"), Head("INPUT"), Head("VALUE"));
        columns.Add("expected", "", Exact(explanation.Expected));
        FeatureValue[] shown = [.. explanation.Features.Where(f => Math.Abs(f.Value) >= Visible)];
        foreach (FeatureValue feature in shown)
        {
            columns.Add(feature.Name, feature.Input.ToString("0.######", CultureInfo.InvariantCulture), Exact(feature.Value));
        }

        if (shown.Length < explanation.Features.Length)
        {
            columns.Add(Figures.Counted(explanation.Features.Length - shown.Length, "other"), "", Exact(explanation.Features.Except(shown).Sum(f => f.Value)));
        }

        columns.Add(new Cell("score", Palette.Strong), "", new Cell(Exact(explanation.Score), Palette.Strong));
        columns.WriteTo(sheet, AssessmentRenderer.Indent);
    }

    /// <summary>Gives the words of a span; nothing where no text is to be shown.</summary>
    private static Func<MessageTextScore, TextSpan, string> Words(Conversation? conversation)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < (conversation?.Messages.Count ?? 0); i++)
        {
            Message message = conversation!.Messages[i];
            texts.TryAdd(message.Id ?? i.ToString(CultureInfo.InvariantCulture), message.Text);
        }

        return (text, span) => texts.TryGetValue(text.MessageId, out string? found) && span.End <= found.Length ? $"“{found[span.Start..span.End]}”" : "";
    }

    private static string Number(double value) => value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    private static string Exact(double value) => value.ToString("+0.000000000000;-0.000000000000;0.000000000000", CultureInfo.InvariantCulture);

    private static Cell Head(string text) => new(text, Palette.Dim);
}
