using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Data;
using GroomingSignals.Data.Pan12;

namespace GroomingSignals.Cli.Commands;

/// <summary>Counts what passes through <c>convert pan12</c>, and says when the lists of labels do not seem to belong to the corpus.</summary>
internal sealed class Pan12Conversion(ErrorLines errors, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _predators = new(StringComparer.Ordinal);
    private long _conversations;
    private long _positives;
    private long _messages;

    public long Errors => errors.Count;

    /// <summary>True when there were errors and nothing else.</summary>
    public bool Failed => Errors > 0 && _conversations == 0;

    public IEnumerable<LabelledConversation> Through(IEnumerable<ReadResult<LabelledConversation>> results)
    {
        foreach (ReadResult<LabelledConversation> result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!result.IsValue)
            {
                errors.Add(result.Error);
                continue;
            }

            _conversations++;
            _positives += result.Value.Label == true ? 1 : 0;
            _messages += result.Value.Conversation.Messages.Count;
            _ids.Add(result.Value.Conversation.Id ?? "");
            _predators.UnionWith(result.Value.ParticipantLabels.Where(p => p.Value).Select(p => p.Key));
            yield return result.Value;
        }
    }

    public void Report(TextWriter error, Pan12Labels labels)
    {
        errors.Complete();
        if (_conversations == 0)
        {
            return;
        }

        int listed = labels.Predators.Count;
        if (_predators.Count == 0)
        {
            Warn(error, listed == 0 ? "the list of predators is empty: nothing is labelled as grooming"
                : $"{(listed == 1 ? "the 1 author" : $"none of the {Figures.Count(listed)} authors")} on the list of predators {(listed == 1 ? "does not write" : "writes")} in the corpus: nothing is labelled as grooming");
        }

        int unknown = labels.NamedConversations.Count(id => !_ids.Contains(id));
        if (unknown > 0)
        {
            Warn(error, $"{Figures.Count(unknown)} of the {Figures.Counted(labels.NamedConversations.Count, "conversation")} that --lines names {(unknown == 1 ? "is" : "are")} not among those converted");
        }

        error.WriteLine(
            $"{Figures.Counted(_conversations, "conversation")}, {Figures.Count(_positives)} of them labelled as grooming, {Figures.Counted(_messages, "message")}; " +
            $"{Figures.Count(_predators.Count)} of {Figures.Counted(listed, "listed author")} {(_predators.Count == 1 ? "takes" : "take")} part");
    }

    private static void Warn(TextWriter error, string what) => error.WriteLine($"warning: {what}");
}
