using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Conversations;
using GroomingSignals.Data;

namespace GroomingSignals.Cli.Commands;

/// <summary>Reads labelled inputs whole: what is learnt or measured needs them together.</summary>
internal static class LabelledInputs
{
    /// <param name="paths">The inputs.</param>
    /// <param name="strict">Whether the first error ends the command.</param>
    /// <param name="analyzer">Refuses what the reader accepts, such as an id that is too long.</param>
    /// <param name="context">Where errors and progress go.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static LabelledData Read(IReadOnlyList<string> paths, bool strict, RiskAnalyzer analyzer, CommandContext context, CancellationToken cancellationToken)
    {
        var inputs = new InputFiles(paths, context);
        var progress = new ProgressLine(context.Error, context.Time, inputs.TotalBytes, context.ErrorIsTerminal);
        var errors = new ErrorLines(context.Error, progress.Clear);
        List<LabelledConversation> conversations = [];
        long broken = 0;
        foreach (ReadResult<LabelledConversation> result in inputs.Labelled())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ErrorOf(result, analyzer) is { } error)
            {
                errors.Add(error);
                if (strict)
                {
                    throw new CommandException("stopped at the first error");
                }

                continue;
            }

            conversations.Add(result.Value!);
            broken += result.Value!.Conversation.Messages.Count(m => m.Text.Contains('\uFFFD', StringComparison.Ordinal));
            progress.Update(conversations.Count, inputs.BytesRead);
        }

        progress.Clear();
        errors.Complete();
        return new LabelledData(conversations, errors.Count, broken);
    }

    private static ReadError? ErrorOf(ReadResult<LabelledConversation> result, RiskAnalyzer analyzer)
    {
        if (!result.IsValue)
        {
            return result.Error;
        }

        Conversation conversation = result.Value.Conversation;
        Conversation shape = conversation with { Messages = [.. conversation.Messages.Select(m => m with { Text = "" })] };
        return Refusal.Of(() => analyzer.Analyze(shape)) is { } refusal ? new ReadError(result.File, result.Line, refusal) : null;
    }
}
