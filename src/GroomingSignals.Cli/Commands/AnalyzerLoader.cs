using GroomingSignals.Cli.Invocation;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Cli.Commands;

/// <summary>Builds the analyser that the command line asks for.</summary>
internal static class AnalyzerLoader
{
    public static RiskAnalyzer Load(IReadOnlyList<string> rules, string? policy)
    {
        if (rules.Count == 0 && policy is null)
        {
            return RiskAnalyzer.CreateDefault();
        }

        var builder = new RiskAnalyzerBuilder();
        foreach (string path in rules)
        {
            builder.AddRulePack(LoadPack(path));
        }

        if (policy is not null)
        {
            FileProblem.RequireFile(policy);
            builder.UsePolicy(Read(policy, RiskPolicy.Load));
        }

        return builder.Build();
    }

    /// <summary>What in the policy does nothing with these rules, one line each.</summary>
    public static IEnumerable<string> WarningsOf(RiskAnalyzer analyzer) =>
        analyzer.Policy.Check(analyzer.RuleSet).Select(d => d.ToString());

    /// <summary>A pack from a file or a folder; what is neither ends the command.</summary>
    private static RulePack LoadPack(string path)
    {
        RequirePack(path);
        return Read(path, RulePack.Load);
    }

    /// <summary>Ends the command when a path is neither a file nor a folder.</summary>
    public static void RequirePack(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new CommandException($"{path}: no such file or folder");
        }
    }

    private static T Read<T>(string path, Func<string, T> load)
    {
        try
        {
            return load(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: {FileProblem.Of(e)}");
        }
    }
}
