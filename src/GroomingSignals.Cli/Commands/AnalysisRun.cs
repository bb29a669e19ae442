using GroomingSignals.Assessment;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Cli.Commands;

/// <summary>One run of <c>analyze</c>: from inputs to output, errors and exit code.</summary>
internal sealed class AnalysisRun(AnalyzeOptions options, CommandContext context)
{
    /// <summary>How many messages are shown whose words moved the classifier most.</summary>
    private const int ExplainedMessages = 3;

    private readonly RunSummary _summary = new();

    public int Run(CancellationToken cancellationToken)
    {
        RiskClassifier? classifier = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        RiskAnalyzer analyzer = AnalyzerLoader.Load(options.Rules, options.Policy, classifier);
        foreach (string warning in AnalyzerLoader.WarningsOf(analyzer))
        {
            context.Error.WriteLine(VisibleText.Of(warning));
        }

        using OutputTarget target = OutputTarget.Open(options.Output, context, options.Inputs);
        bool whole;
        using (AssessmentSink sink = CreateSink(target))
        {
            whole = Feed(sink, analyzer, cancellationToken);
            sink.Complete(_summary, analyzer.Versions);
        }

        Place(target, whole);
        return Code();
    }

    /// <summary>Takes the inputs to the sink; false when an error stopped it.</summary>
    private bool Feed(AssessmentSink sink, RiskAnalyzer analyzer, CancellationToken cancellationToken)
    {
        var inputs = new InputFiles(options.Inputs, context);
        var progress = new ProgressLine(context.Error, context.Time, inputs.TotalBytes, context.ErrorIsTerminal);
        var pipeline = new PipelineOptions { Threads = options.Threads };
        try
        {
            foreach (ReadResult<Analysed> result in ConversationPipeline.Run(inputs.Records(), c => Analyse(analyzer, c), pipeline, cancellationToken))
            {
                if (ErrorOf(result) is { } error)
                {
                    progress.Clear();
                    Report(error);
                    if (options.Strict)
                    {
                        return false;
                    }

                    continue;
                }

                Take(result.Value!, sink);
                progress.Update(_summary.Conversations, inputs.BytesRead);
            }

            return true;
        }
        finally
        {
            progress.Clear();
        }
    }

    private Analysed Analyse(RiskAnalyzer analyzer, Conversation conversation)
    {
        RiskAssessment? assessment = null;
        Explained explained = Explained.Nothing;
        string? refusal = Refusal.Of(() =>
        {
            assessment = analyzer.Analyze(conversation);
            explained = Explain(analyzer, conversation);
        });
        return new Analysed(assessment, refusal, conversation.Messages.Count, explained);
    }

    /// <summary>Only when it was asked for: it costs as much as the analysis again.</summary>
    private Explained Explain(RiskAnalyzer analyzer, Conversation conversation)
    {
        Explained explained = options.ShowText ? new Explained { Conversation = conversation } : Explained.Nothing;
        if (!options.Explain || options.Model is null)
        {
            return explained;
        }

        explained = explained with { Classifier = true, Texts = analyzer.ExplainText(conversation, ExplainedMessages) };
        return options.Shap ? explained with { Features = Features(analyzer, conversation) } : explained;
    }

    private static ClassifierExplanation? Features(RiskAnalyzer analyzer, Conversation conversation)
    {
        ConversationState state = analyzer.Start(conversation.Id, conversation.Participants);
        foreach (Message message in conversation.Messages)
        {
            analyzer.Append(state, message);
        }

        return analyzer.ExplainFeatures(state);
    }

    private static ReadError? ErrorOf(ReadResult<Analysed> result) => !result.IsValue ? result.Error
        : result.Value.Refusal is { } refusal ? new ReadError(result.File, result.Line, refusal)
        : null;

    private void Take(Analysed item, AssessmentSink sink)
    {
        RiskAssessment assessment = item.Assessment!;
        bool written = assessment.Severity >= options.MinSeverity;
        _summary.Count(assessment, item.Messages, written);
        if (written)
        {
            sink.Write(assessment, item.Explained);
        }
    }

    private void Report(ReadError error)
    {
        _summary.Errors++;
        context.Error.WriteLine(VisibleText.Of(error.ToString()));
    }

    /// <summary>A file that a stopped run would leave half full is not put in its place.</summary>
    private void Place(OutputTarget target, bool whole)
    {
        if (whole || target.IsStandard)
        {
            target.Complete();
        }
        else
        {
            context.Error.WriteLine($"grooming-signals: stopped at the first error; {options.Output} was not written");
        }
    }

    private int Code() => _summary.Errors > 0 ? ExitCode.Unreadable
        : options.FailOn is { } failOn && _summary.Conversations > 0 && _summary.Highest >= failOn ? ExitCode.Findings
        : ExitCode.Clean;

    private AssessmentSink CreateSink(OutputTarget target)
    {
        switch (options.Format)
        {
            case "ndjson":
                return new NdjsonSink(target.Stream);
            case "json":
                return new JsonArraySink(target.Stream);
            default:
                bool colour = target.IsStandard && context.Colour;
                var detail = new TableDetail(options.Explain, options.ShowText, Marks: !colour);
                return new TableSink(target.Stream, detail, target.IsStandard ? context.Width : CommandContext.PlainWidth, colour);
        }
    }

    private sealed record Analysed(RiskAssessment? Assessment, string? Refusal, int Messages, Explained Explained);
}
