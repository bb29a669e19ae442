using GroomingSignals.Cli.Commands;

namespace GroomingSignals.Cli.Invocation;

/// <summary>
/// Options with an optional value would take the argument after them for it, as in <c>analyze --explain chats.csv</c>.
/// When that is an input, they get the plain one; anything else is left to be told that it is neither a value nor an input.
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
            bool alone = i + 1 >= args.Count || IsInput(args[i + 1]);
            completed[i] = bare && alone ? $"{AnalyzeCommand.ExplainName}={Plain}" : completed[i];
        }

        return completed;
    }

    /// <summary>True for what is no value: another option, standard input, or a path that exists and is not spelt like a value.</summary>
    private static bool IsInput(string arg) =>
        arg.StartsWith('-') || (!string.Equals(arg, AnalyzeCommand.Shap, StringComparison.Ordinal) && Path.Exists(arg));
}
