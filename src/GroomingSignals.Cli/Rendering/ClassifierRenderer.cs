using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.Cli.Rendering;

/// <summary>What moved the classifier: n-grams with their spans, and on demand the exact shares of the features.</summary>
internal static class ClassifierRenderer
{
    /// <summary>How many places of a message are shown.</summary>
    private const int ShownPlaces = 6;

    /// <summary>How many digits of an exact share are shown.</summary>
    private const int ShareDigits = 6;

    /// <summary>A weight that is smaller than this would show as 0.</summary>
    private const double Visible = 0.0005;

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
        if (explained.Conversation is null)
        {
            sheet.To(AssessmentRenderer.Indent).Wrap("--show-text shows the words", Palette.Dim);
        }

        Func<MessageTextScore, TextSpan, string> words = Words(explained.Conversation);
        var columns = new Columns(2, 3);
        columns.Add(Head("MESSAGE"), Head("SENDER"), Head("SPAN"), Head("WEIGHT"), Head(explained.Conversation is null ? "" : "TEXT"));
        foreach (MessageTextScore text in explained.Texts)
        {
            Place[] places = [.. Places(text).Where(p => p.Weight >= Visible).OrderByDescending(p => p.Weight).Take(ShownPlaces)];
            int more = text.OtherGrams + text.Grams.Length - places.Sum(p => p.Grams);
            columns.Add(text.MessageId, text.Sender, "", Number(text.Score), "");
            foreach ((TextSpan span, double weight, _) in places)
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

    /// <summary>Where n-grams raise the score. Those that overlap are one place with their weights summed: single ones are pieces of the same words.</summary>
    private static List<Place> Places(MessageTextScore text)
    {
        var places = new List<Place>();
        foreach (GramWeight gram in text.Grams.Where(g => g.Weight > 0).OrderBy(g => g.Span.Start).ThenBy(g => g.Span.End))
        {
            if (places.Count > 0 && places[^1] is var last && (gram.Span.Start < last.Span.End || gram.Span == last.Span))
            {
                places[^1] = new Place(new TextSpan(last.Span.Start, Math.Max(last.Span.End, gram.Span.End)), last.Weight + gram.Weight, last.Grams + 1);
            }
            else
            {
                places.Add(new Place(gram.Span, gram.Weight, 1));
            }
        }

        return places;
    }

    /// <summary>Whoever adds up what is shown finds the score that is shown: what rounding loses is a line of its own.</summary>
    private static void Features(Sheet sheet, ClassifierExplanation explanation)
    {
        AssessmentRenderer.Label(sheet, "shap").Wrap($"the forest's score shared out exactly; times {Share(Rounded(explanation.Weight))} in the ledger, where each line is rounded by itself", Palette.Dim);
        var columns = new Columns(1, 2);
        columns.Add(Head("FEATURE"), Head("INPUT"), Head("VALUE"));
        FeatureValue[] shown = [.. explanation.Features.Where(f => Rounded(f.Value) != 0)];
        decimal expected = Rounded(explanation.Expected);
        decimal others = Rounded(explanation.Features.Except(shown).Sum(f => f.Value));
        columns.Add("expected", "", Share(expected));
        foreach (FeatureValue feature in shown)
        {
            columns.Add(feature.Name, feature.Input.ToString("0.######", CultureInfo.InvariantCulture), Share(Rounded(feature.Value)));
        }

        if (shown.Length < explanation.Features.Length)
        {
            columns.Add(Figures.Counted(explanation.Features.Length - shown.Length, "other"), "", Share(others));
        }

        decimal score = Rounded(explanation.Score);
        decimal rounding = score - expected - others - shown.Sum(f => Rounded(f.Value));
        if (rounding != 0)
        {
            columns.Add("rounding", "", Share(rounding));
        }

        columns.Add(new Cell("score", Palette.Strong), "", new Cell(Share(score), Palette.Strong));
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

    private static decimal Rounded(double value) => decimal.Round((decimal)value, ShareDigits);

    private static string Share(decimal value) => value.ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture);

    private static Cell Head(string text) => new(text, Palette.Dim);

    /// <param name="Span">From its first n-gram's start to its last one's end.</param>
    /// <param name="Weight">What its n-grams add to the score.</param>
    /// <param name="Grams">How many they are.</param>
    private readonly record struct Place(TextSpan Span, double Weight, int Grams);
}
