using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Cli.Rendering.Tuning;
using GroomingSignals.Evaluation.OperatingPoints;
using GroomingSignals.Evaluation.OperatingPoints.Plans;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Commands.Tuning;

/// <summary>One run of <c>tune</c>: the plan, and the policy that was asked for.</summary>
internal sealed class TuneRun(TuneOptions options, CommandContext context)
{
    public int Run(CancellationToken cancellationToken)
    {
        RiskClassifier? model = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        RiskAnalyzer analyzer = AnalyzerLoader.Load(options.Rules, options.Policy, model);
        foreach (PackDiagnostic warning in analyzer.Policy.Check(analyzer.RuleSet))
        {
            context.Error.WriteLine(VisibleText.Of(warning.ToString()));
        }

        var files = new OutputWriter(context, [.. options.Data, .. new[] { options.Model, options.Policy }.OfType<string>()]);
        files.Require(options.Out);
        LabelledData data = LabelledInputs.Read(options.Data, options.Strict, analyzer, context, cancellationToken);
        if (data is { Conversations.Count: 0, Errors: > 0 })
        {
            // Each line that could not be read has said so.
            return ExitCode.Unreadable;
        }

        RequireBoth(data);

        OperatingPlan plan = PlanMaker.Make(new OperatingPlanner(Score(data, analyzer, cancellationToken), options.Platform), options.Proposal, options.Sensitivity, options.Seed);
        if (TrainedOnThis.Warning(model, data.Conversations) is { } memory)
        {
            plan = plan with { Proposal = plan.Proposal with { Warnings = plan.Proposal.Warnings.Insert(0, memory) } };
        }

        if (options.Json)
        {
            Report.Json(context, writer => PlanJson.Write(writer, plan));
        }
        else
        {
            Report.Table(context, PlanRenderer.Render(plan, context.Width));
        }

        WritePolicy(files, plan);
        return data.Errors > 0 ? ExitCode.Unreadable : ExitCode.Clean;
    }

    private static void RequireBoth(LabelledData data)
    {
        int cases = data.Conversations.Count(c => c.Label is true);
        int negatives = data.Conversations.Count(c => c.Label is false);
        if (cases == 0 || negatives == 0)
        {
            string has = data.Conversations.Count == 0 ? "the data is empty"
                : cases + negatives == 0 ? $"none of {Figures.Counted(data.Conversations.Count, "conversation")} has a label"
                : $"the data has only one of the two ({Figures.Counted(cases, "case")}, {Figures.Counted(negatives, "negative")})";
            throw new CommandException($"thresholds are planned on labelled conversations, grooming and not: {has}; 'report' reads unlabelled traffic");
        }
    }

    private ScoredCorpus Score(LabelledData data, RiskAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var progress = new StageLine(context.Error, context.Time, context.ErrorIsTerminal);
        try
        {
            return CorpusScorer.Score(data.Conversations, analyzer, options.Threads, progress, cancellationToken);
        }
        finally
        {
            progress.Clear();
        }
    }

    private void WritePolicy(OutputWriter files, OperatingPlan plan)
    {
        if (options.Out is not { } path)
        {
            return;
        }

        (string text, PackVersion version) = PolicyOf(plan);
        bool replaces = File.Exists(path);
        files.Write(path, stream => stream.Write(new UTF8Encoding(false).GetBytes(text)));
        context.Error.WriteLine(VisibleText.Of($"{path}: holds the policy {version.Id} {version.Version}{(replaces ? "; the file that was there was replaced" : "")}"));
    }

    /// <summary>The file is loaded before it is written: what it says is what was planned.</summary>
    private (string Text, PackVersion Version) PolicyOf(OperatingPlan plan)
    {
        RiskPolicy tuned = TunedPolicy.Apply(plan.Corpus.Policy, plan.Corpus.Proposed, plan.Proposal.Thresholds, plan.Platform.Prevalence);
        string text = PolicyYaml.Write(tuned, PlanHeader.Of(plan, options.Command, options.Seed));
        return (text, RiskPolicy.Parse(text, options.Out!).Version);
    }
}
