using System.Text;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Output;
using GroomingSignals.Evaluation.Report;
using GroomingSignals.Evaluation.Results;
using GroomingSignals.Evaluation.Splits;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Training;

namespace GroomingSignals.Cli.Commands;

/// <summary>One run of <c>evaluate</c>: the data check, the figures, and the files that were asked for.</summary>
internal sealed class EvaluationRun(EvaluateOptions options, CommandContext context)
{
    private const string RulesOnly = "rules only";

    public int Run(CancellationToken cancellationToken)
    {
        RiskAnalyzer rules = AnalyzerLoader.Load(options.Rules, options.Policy);
        RiskClassifier? model = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        var files = new OutputWriter(context, [.. options.Data, .. options.Model is null ? Array.Empty<string>() : [options.Model]]);
        files.Require(options.Scores, options.Json, options.Report);
        LabelledData data = LabelledInputs.Read(options.Data, options.Strict, rules, context, cancellationToken);
        EvaluationOptions how = How();
        Report.Table(context, DataCheckRenderer.Render(DataCheck.Of(data.Conversations, how.Split), data.BrokenMessages, data.Errors, context.Width));
        if (data.Conversations.Count == 0)
        {
            throw new CommandException("there are no conversations to evaluate");
        }

        EvaluationResult result = Measure(data, rules, model, how, cancellationToken);
        if (TrainedOnThis.Warning(model, data.Conversations) is { } memory)
        {
            result = result with { Warnings = result.Warnings.Insert(0, memory) };
        }

        Report.Table(context, EvaluationRenderer.Render(result, context.Width));
        if (data.HasSynthetic)
        {
            Report.Table(context, SyntheticNotice.Render(context.Width));
        }

        Write(files, result);
        return data.Errors > 0 ? ExitCode.Unreadable : ExitCode.Clean;
    }

    private EvaluationOptions How() => new()
    {
        Folds = options.Folds ?? EvaluationOptions.Default.Folds,
        Seed = options.Seed,
        Split = new SplitOptions
        {
            Participants = options.GlobalParticipants ? ParticipantScope.Global : ParticipantScope.Local,
            Threads = options.Threads,
        },
        Prevalence = options.Prevalence,
        Threads = options.Threads,
        Command = options.Command,
    };

    private EvaluationResult Measure(LabelledData data, RiskAnalyzer rules, RiskClassifier? model, EvaluationOptions how, CancellationToken cancellationToken)
    {
        var progress = new StageLine(context.Error, context.Time, context.ErrorIsTerminal);
        try
        {
            if (options.Folds is not null)
            {
                TrainingRefusal.Require(data.Conversations, how.Folds);
                return TrainingRefusal.Translate(() => Evaluator.CrossValidate(
                    data.Conversations, Trainer(TrainingVoices.All), how, options.Ablations ? Ablations(rules) : null, progress, cancellationToken));
            }

            var others = new Dictionary<string, IConversationScorer>(StringComparer.Ordinal);
            if (model is null)
            {
                return Evaluator.Score(data.Conversations, RulesOnly, new AnalyzerScorer(rules), how, others, progress, cancellationToken);
            }

            if (options.Ablations)
            {
                others.Add(RulesOnly, new AnalyzerScorer(rules));
            }

            return Evaluator.Score(data.Conversations, $"{model.Id} {model.Version}", new AnalyzerScorer(WithModel(model)), how, others, progress, cancellationToken);
        }
        finally
        {
            progress.Clear();
        }
    }

    /// <summary>Where the policy names no prevalence, probabilities are those of the training data's: otherwise there were none to measure.</summary>
    private RiskAnalyzer WithModel(RiskClassifier model)
    {
        RiskPolicy policy = AnalyzerLoader.LoadPolicy(options.Policy);
        return AnalyzerLoader.Build(options.Rules, policy with { Prevalence = policy.Prevalence ?? model.Manifest.TrainingPrevalence }, model);
    }

    private Dictionary<string, IConversationTrainer> Ablations(RiskAnalyzer rules) => new(StringComparer.Ordinal)
    {
        [RulesOnly] = new UntrainedScorer(RulesOnly, new AnalyzerScorer(rules)),
        ["text only"] = Trainer(TrainingVoices.Text),
        ["features only"] = Trainer(TrainingVoices.Features),
    };

    private ClassifierTrainer Trainer(TrainingVoices voices) => new(new TrainingOptions
    {
        Voices = voices,
        Packs = AnalyzerLoader.LoadPacks(options.Rules),
        Policy = AnalyzerLoader.LoadPolicy(options.Policy),
        Participants = options.GlobalParticipants ? ParticipantScope.Global : ParticipantScope.Local,
    });

    private void Write(OutputWriter files, EvaluationResult result)
    {
        files.Write(options.Scores, stream => ScoresCsv.Write(stream, result));
        files.Write(options.Json, stream => stream.Write(Encoding.UTF8.GetBytes(result.ToJson() + "\n")));
        files.Write(options.Report, stream => HtmlReport.Write(stream, result));
    }
}
