using System.Net;
using GroomingSignals.Evaluation.Output;

namespace GroomingSignals.Evaluation.Report;

/// <summary>Text made safe for a page.</summary>
internal static class Html
{
    /// <summary>Escapes text, for content and for attributes in double quotes.</summary>
    public static string Text(string value) => WebUtility.HtmlEncode(JsonValues.WellFormed(value));
}
