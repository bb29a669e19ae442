using GroomingSignals.Cli.Commands;

namespace GroomingSignals.Cli.Invocation;

/// <summary>
/// Options with an optional value would take the argument after them for it, as in <c>analyze --explain chats.csv</c>.
/// Unless that is a value they know, they get the plain one.
/// </summary>
internal static class OptionalValue
{
    /// <summary>The value of an option that was given without one.</summary>
    public const string Plain = "plain";

    public static string[] Complete(IReadOnlyList<string> args)
    {
        string[] completed = [.. args];
        for (int i = 0; i < completed.Length && !string.Equals(completed[i], "--", StringComparison.Ordinal); i++)
        {
            bool bare = string.Equals(completed[i], AnalyzeCommand.ExplainName, StringComparison.Ordinal);
            bool hasValue = i + 1 < args.Count && string.Equals(args[i + 1], AnalyzeCommand.Shap, StringComparison.Ordinal);
            completed[i] = bare && !hasValue ? $"{AnalyzeCommand.ExplainName}={Plain}" : completed[i];
        }

        return completed;
    }
}
