using System.Globalization;
using GroomingSignals.Data.Reading;

namespace GroomingSignals.Data.Scores;

/// <summary>Where the columns of a file of scores stand; -1 for one that is not there.</summary>
internal sealed record ScoreColumns(int Id, int Fold, int Label, int Score, int Probability)
{
    public static ScoreColumns? Find(string[] header, out string? problem)
    {
        int Index(string name) => Array.FindIndex(header, h => string.Equals(h.Trim(), name, StringComparison.OrdinalIgnoreCase));

        ScoreColumns columns = new(Index("id"), Index("fold"), Index("label"), Index("score"), Index("probability"));
        problem = columns switch
        {
            { Id: < 0 } => "id",
            { Label: < 0 } => "label",
            { Score: < 0 } => "score",
            _ => null,
        };
        problem = problem is null ? null : $"the header has no column {problem}";
        return problem is null ? columns : null;
    }

    /// <summary>Reads a row; gives the reason when it cannot.</summary>
    public ScoreRow? Parse(string[] fields, out string? problem)
    {
        problem = null;
        string id = Field(fields, Id);
        string label = Field(fields, Label).Trim();
        string fold = Field(fields, Fold).Trim();
        string probability = Field(fields, Probability).Trim();
        if (id.Length == 0)
        {
            problem = "the id is empty";
        }
        else if (!double.TryParse(Field(fields, Score), NumberStyles.Float, CultureInfo.InvariantCulture, out double score) || double.IsNaN(score))
        {
            problem = $"the score of {Quoted.Of(id)} is not a number";
        }
        else if (!TryLabel(label, out bool? known))
        {
            problem = $"the label of {Quoted.Of(id)} is not one of 0, 1, false, true";
        }
        else if (!TryFold(fold, out int? number))
        {
            problem = $"the fold of {Quoted.Of(id)} is not a whole number";
        }
        else if (!TryProbability(probability, out double? share))
        {
            problem = $"the probability of {Quoted.Of(id)} does not lie in 0 to 1";
        }
        else
        {
            return new ScoreRow(id, number, known, score, share);
        }

        return null;
    }

    private static string Field(string[] fields, int index) => index >= 0 && index < fields.Length ? fields[index] : "";

    private static bool TryLabel(string text, out bool? label)
    {
        label = text.ToUpperInvariant() switch
        {
            "1" or "1.0" or "TRUE" => true,
            "0" or "0.0" or "FALSE" => false,
            _ => null,
        };
        return label is not null || text.Length == 0;
    }

    private static bool TryFold(string text, out int? fold)
    {
        bool read = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number);
        fold = read ? number : null;
        return read || text.Length == 0;
    }

    private static bool TryProbability(string text, out double? probability)
    {
        bool read = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        probability = read ? number : null;
        return read ? number is >= 0 and <= 1 : text.Length == 0;
    }
}
