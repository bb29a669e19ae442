using System.Text;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Traffic;
using GroomingSignals.Evaluation.Traffic.Pages;
using GroomingSignals.Policy;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Commands.Traffic;

/// <summary>One run of <c>report</c>: counts a batch after the other, so that memory does not grow with the traffic.</summary>
internal sealed class ReportRun(ReportOptions options, CommandContext context)
{
    private const int Batch = 2048;

    public int Run(CancellationToken cancellationToken)
    {
        RiskClassifier? model = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        RiskAnalyzer analyzer = AnalyzerLoader.Load(options.Rules, options.Policy, model);
        foreach (string warning in AnalyzerLoader.WarningsOf(analyzer))
        {
            context.Error.WriteLine(VisibleText.Of(warning));
        }

        var files = new OutputWriter(context, [.. options.Data, .. new[] { options.Model, options.Policy }.OfType<string>()]);
        files.Require(options.Out);
        var reader = new TrafficReader(analyzer, (RiskPolicy policy) => AnalyzerLoader.Build(options.Rules, policy, model));
        var tally = new TrafficTally(reader);
        long errors = Feed(reader, tally, cancellationToken);
        if (tally.Conversations == 0)
        {
            throw new CommandException("there are no conversations to report on");
        }

        TrafficResult result = tally.Result(errors, options.Volume, options.Command);
        files.Write(options.Out, stream => stream.Write(new UTF8Encoding(false).GetBytes(TrafficReport.ToHtml(result))));
        Report.Table(context, Summary(result));
        return errors > 0 ? ExitCode.Unreadable : ExitCode.Clean;
    }

    private long Feed(TrafficReader reader, TrafficTally tally, CancellationToken cancellationToken)
    {
        var inputs = new InputFiles(options.Data, context);
        var progress = new ProgressLine(context.Error, context.Time, inputs.TotalBytes, context.ErrorIsTerminal);
        var errors = new ErrorLines(context.Error, progress.Clear);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellationToken };
        foreach (ReadResult<LabelledConversation>[] batch in inputs.Labelled().Chunk(Batch))
        {
            var samples = new (TrafficSample? Sample, ReadError? Error)[batch.Length];
            Parallel.For(0, batch.Length, parallel, i => samples[i] = Sample(reader, batch[i]));
            foreach ((TrafficSample? sample, ReadError? error) in samples)
            {
                if (error is not null)
                {
                    errors.Add(error);
                    if (options.Strict)
                    {
                        throw new CommandException($"stopped at the first error; {options.Out} was not written");
                    }

                    continue;
                }

                tally.Add(sample!);
            }

            progress.Update(tally.Conversations, inputs.BytesRead);
        }

        progress.Clear();
        errors.Complete();
        return errors.Count;
    }

    private static (TrafficSample? Sample, ReadError? Error) Sample(TrafficReader reader, ReadResult<LabelledConversation> result)
    {
        if (!result.IsValue)
        {
            return (null, result.Error);
        }

        TrafficSample? sample = null;
        string? refusal = Refusal.Of(() => sample = reader.Read(result.Value.Conversation, result.Value.Synthetic));
        return refusal is null ? (sample, null) : (null, new ReadError(result.File, result.Line, refusal));
    }

    private Sheet Summary(TrafficResult result)
    {
        var sheet = new Sheet(context.Width);
        sheet.Put($"{Figures.Counted(result.Conversations, "conversation")}: ");
        sheet.Put($"{Figures.Count(result.Severities[(int)Severity.Urgent])} urgent, {Figures.Count(result.Severities[(int)Severity.Review])} review, {Figures.Count(result.Severities[(int)Severity.Low])} low").Line();
        string[] noisy = [.. result.Rules.Where(r => r.IsNoisy).Select(r => r.Rule)];
        if (noisy.Length > 0)
        {
            sheet.Put("noisy rules  ", Palette.Dim).Wrap(string.Join(", ", noisy));
        }

        if (!result.Shadows.IsEmpty)
        {
            long live = result.SeveritiesIfLive[(int)Severity.Review] + result.SeveritiesIfLive[(int)Severity.Urgent];
            sheet.Put("shadow rules  ", Palette.Dim).Wrap($"if live, the review queue would go from {Figures.Count(result.Queued)} to {Figures.Count(live)}");
        }

        sheet.Put("report  ", Palette.Dim).Put(options.Out).Line();
        return result.Synthetic > 0 ? sheet.Wrap(SyntheticNotice.Text, Palette.Warning) : sheet;
    }
}
