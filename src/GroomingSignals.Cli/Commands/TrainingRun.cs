using System.Text;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Evaluation.Checks;
using GroomingSignals.Evaluation.Splits;
using GroomingSignals.Training;

namespace GroomingSignals.Cli.Commands;

/// <summary>One run of <c>train</c>: the data check, the training, the model and its card.</summary>
internal sealed class TrainingRun(TrainOptions options, CommandContext context)
{
    private const string CardEnding = ".card.md";

    public int Run(CancellationToken cancellationToken)
    {
        TrainingOptions training = Options();
        RiskAnalyzer analyzer = AnalyzerLoader.Load(options.Rules, options.Policy);
        string card = options.Card ?? Path.ChangeExtension(options.Output, null) + CardEnding;
        var files = new OutputWriter(context, options.Data);
        files.Require(options.Output, card, options.MlNetZip);
        LabelledData data = LabelledInputs.Read(options.Data, options.Strict, analyzer, context, cancellationToken);
        DataCheck check = DataCheck.Of(data.Conversations, new SplitOptions { Participants = training.Participants });
        Report.Table(context, DataCheckRenderer.Render(check, data.BrokenMessages, data.Errors, context.Width));
        TrainingRefusal.Require(data.Conversations);

        TrainedClassifier trained = Train(new ClassifierTrainer(training), data, cancellationToken);
        files.Write(options.Output, trained.Save);
        files.Write(card, stream => stream.Write(Encoding.UTF8.GetBytes(trained.ModelCard)));
        if (options.MlNetZip is { } zip)
        {
            files.Write(zip, trained.SaveMlNetZip);
        }

        Report.Table(context, ModelRenderer.Render(trained.Classifier, options.Output, card, context.Width));
        if (data.HasSynthetic)
        {
            Report.Table(context, SyntheticNotice.Render(context.Width));
        }

        return data.Errors > 0 ? ExitCode.Unreadable : ExitCode.Clean;
    }

    private TrainingOptions Options() => new()
    {
        Packs = AnalyzerLoader.LoadPacks(options.Rules),
        Policy = AnalyzerLoader.LoadPolicy(options.Policy),
        Participants = options.GlobalParticipants ? ParticipantScope.Global : ParticipantScope.Local,
    };

    private TrainedClassifier Train(ClassifierTrainer trainer, LabelledData data, CancellationToken cancellationToken)
    {
        var progress = new StageLine(context.Error, context.Time, context.ErrorIsTerminal);
        try
        {
            return TrainingRefusal.Translate(() => trainer.Train(data.Conversations, options.Seed, progress, cancellationToken));
        }
        finally
        {
            progress.Clear();
        }
    }
}
