using System.Globalization;
using System.Text;
using GroomingSignals.Evaluation.Results;

namespace GroomingSignals.Evaluation.Output;

/// <summary>The scores of an evaluation as CSV, so that anybody can hold another classifier against them on the same folds.</summary>
public static class ScoresCsv
{
    /// <summary>The header.</summary>
    public const string Header = "id,fold,label,score,probability";

    /// <summary>
    /// Writes the header and one row a conversation: UTF-8, LF, numbers that read back exactly, empty for what is not known. A finished scorer was
    /// trained on no fold: its rows have none, so that nobody takes it for one that had not seen them.
    /// </summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="result">The evaluation.</param>
    public static void Write(Stream stream, EvaluationResult result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Header);
        foreach (ScoredConversation row in result.Conversations)
        {
            string fold = result.IsCrossValidation ? row.Fold.ToString(CultureInfo.InvariantCulture) : "";
            string label = row.Label switch { true => "1", false => "0", null => "" };
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Field(row.Id)},{fold},{label},{row.Score:R},{row.Probability:R}"));
        }
    }

    private static string Field(string value) =>
        value.AsSpan().ContainsAny(",\"\r\n") || value.Length != value.Trim().Length ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
