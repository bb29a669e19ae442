using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Hosting.Reloading;

/// <summary>Builds an analyzer from the files that the options name, and names every problem of all of them.</summary>
internal static class AnalyzerLoader
{
    public static RiskAnalyzer Load(GroomingSignalsOptions options, TimeProvider time)
    {
        var builder = new RiskAnalyzerBuilder().UseTimeProvider(time);
        var problems = ImmutableArray.CreateBuilder<string>();
        var details = ImmutableArray.CreateBuilder<string>();
        if (!options.UseBuiltInPack)
        {
            builder.WithoutBuiltInRulePack();
        }

        foreach (string path in options.PackPaths)
        {
            Try(path, () => builder.AddRulePack(path));
        }

        if (options.PolicyPath is { } policy)
        {
            Try(policy, () => builder.UsePolicy(RiskPolicy.Load(policy)));
        }

        if (options.ModelPath is { } model)
        {
            Try(model, () => builder.UseClassifier(RiskClassifier.Load(model)));
        }

        RiskAnalyzer? analyzer = null;
        if (problems.Count == 0)
        {
            Try("together", () => analyzer = builder.Build());
        }

        return analyzer ?? throw new AnalyzerLoadException(problems.ToImmutable(), details.ToImmutable());

        void Try(string file, Action load)
        {
            try
            {
                load();
            }
            catch (RulePackException e)
            {
                foreach (var problem in e.Diagnostics.Where(d => d.Severity == PackDiagnosticSeverity.Error))
                {
                    problems.Add(string.Create(CultureInfo.InvariantCulture, $"{problem.File}({problem.Line},{problem.Column}): {problem.Id}"));
                    details.Add(problem.ToString());
                }
            }
            catch (ClassifierFormatException e)
            {
                problems.Add($"{file}: {e.Id}");
                details.Add($"{file}: {e.Message}");
            }
            catch (Exception e) when (e is InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                problems.Add($"{file}: {e.GetType().Name}");
                details.Add($"{file}: {e.Message}");
            }
        }
    }
}
