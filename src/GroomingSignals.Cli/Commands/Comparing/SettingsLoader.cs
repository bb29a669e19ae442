using GroomingSignals.Cli.Invocation;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Commands.Comparing;

/// <summary>
/// One side of a comparison: packs, a policy, or both joined with <c>+</c>. What a side does not name comes from the options that hold for both.
/// </summary>
/// <param name="rules">Packs beside those of each side.</param>
/// <param name="policy">The policy of both sides, for one that names none.</param>
/// <param name="model">The classifier of both sides; null for none.</param>
internal sealed class SettingsLoader(IReadOnlyList<string> rules, string? policy, RiskClassifier? model)
{
    public const string BuiltIn = "built-in";

    public RiskAnalyzer Load(string side)
    {
        List<string> packs = [];
        string? own = null;
        foreach (string part in Parts(side))
        {
            if (PolicyRecognition.IsPolicy(part))
            {
                own = own is null ? part : throw new CommandException($"{side}: names two policies");
            }
            else if (!string.Equals(part, BuiltIn, StringComparison.Ordinal))
            {
                packs.Add(part);
            }
        }

        return AnalyzerLoader.Build([.. rules, .. packs], AnalyzerLoader.LoadPolicy(own ?? policy), model);
    }

    private static string[] Parts(string side) => Path.Exists(side) ? [side] : side.Split('+', StringSplitOptions.RemoveEmptyEntries);
}
