using System.Collections.Immutable;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Commands;

/// <summary>Builds the analyser that the command line asks for.</summary>
internal static class AnalyzerLoader
{
    public static RiskAnalyzer Load(IReadOnlyList<string> rules, string? policy) => Load(rules, policy, classifier: null);

    public static RiskAnalyzer Load(IReadOnlyList<string> rules, string? policy, RiskClassifier? classifier) =>
        rules.Count == 0 && policy is null && classifier is null ? RiskAnalyzer.CreateDefault() : Build(rules, LoadPolicy(policy), classifier);

    public static RiskAnalyzer Build(IReadOnlyList<string> rules, RiskPolicy policy, RiskClassifier? classifier, TimeProvider? time = null)
    {
        RiskAnalyzerBuilder builder = new RiskAnalyzerBuilder().UsePolicy(policy).UseTimeProvider(time ?? TimeProvider.System);
        foreach (string path in rules)
        {
            builder.AddRulePack(LoadPack(path));
        }

        if (classifier is not null)
        {
            builder.UseClassifier(classifier);
        }

        try
        {
            return builder.Build();
        }
        catch (InvalidOperationException e) when (classifier is not null)
        {
            throw new CommandException(e.Message);
        }
    }

    /// <summary>The packs that <see cref="Build"/> would use: the built-in one, unless one of the others takes its place.</summary>
    public static ImmutableArray<RulePack> LoadPacks(IReadOnlyList<string> rules)
    {
        List<RulePack> packs = [RulePack.BuiltIn];
        foreach (RulePack pack in rules.Select(LoadPack))
        {
            packs.RemoveAll(p => string.Equals(p.Id, pack.Id, StringComparison.Ordinal));
            packs.Add(pack);
        }

        return [.. packs];
    }

    /// <summary>The policy of a file; the default one for none.</summary>
    public static RiskPolicy LoadPolicy(string? policy)
    {
        if (policy is null)
        {
            return RiskPolicy.Default;
        }

        FileProblem.RequireFile(policy);
        return Read(policy, RiskPolicy.Load);
    }

    /// <summary>A model of a file; one that is refused ends the command with the reason.</summary>
    public static RiskClassifier LoadModel(string path)
    {
        FileProblem.RequireFile(path);
        try
        {
            return RiskClassifier.Load(path);
        }
        catch (ClassifierFormatException e)
        {
            throw new CommandException($"{path}: {e.Message}");
        }
    }

    /// <summary>What in the policy does nothing with these rules, or without a classifier, one line each.</summary>
    public static IEnumerable<string> WarningsOf(RiskAnalyzer analyzer) =>
        [.. analyzer.Policy.Check(analyzer.RuleSet).Select(d => d.ToString()), .. FusedOnly.Of(analyzer.Policy, analyzer.Classifier) is { } unused ? [unused] : (string[])[]];

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
