using System.Globalization;
using System.Text.Json;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Cli.Output;
using GroomingSignals.Cli.Rendering;
using GroomingSignals.Conversations;
using GroomingSignals.Data;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>One run of <c>replay</c>.</summary>
internal sealed class ReplayRun(ReplayOptions options, CommandContext context)
{
    private long _errors;

    public int Run(CancellationToken cancellationToken)
    {
        RiskClassifier? model = options.Model is null ? null : AnalyzerLoader.LoadModel(options.Model);
        TimeProvider time = options.AsOf is { } day ? new FixedDay(day) : context.Time;
        var replayer = new Replayer(AnalyzerLoader.Build(options.Rules, AnalyzerLoader.LoadPolicy(options.Policy), model, time));
        var unreadable = new ErrorLines(context.Error, static () => { });
        List<RecordedAssessment> all = AssessmentFile.Read(options.Assessment, context, unreadable);
        unreadable.Complete();
        _errors = unreadable.Count;
        if (all.Count == 0)
        {
            return ExitCode.Unreadable;
        }

        List<RecordedAssessment> recorded =
        [
            .. all.Where(a => options.Conversation is null || string.Equals(a.ConversationId, options.Conversation, StringComparison.Ordinal)),
        ];
        if (recorded.Count == 0)
        {
            throw new CommandException($"{options.Assessment}: holds no assessment of conversation '{options.Conversation}'");
        }

        List<ReplayOutcome> outcomes = options.Snapshot is { } snapshot ? [Resume(replayer, recorded, snapshot)] : Replay(replayer, recorded, cancellationToken);
        if (options.Json)
        {
            Report.Json(context, writer => Write(writer, outcomes));
        }
        else
        {
            Report.Table(context, ReplayRenderer.Render(outcomes, context.Width));
        }

        // What nobody recorded is told of and proves nothing either way: a record of the queue alone leaves the rest out.
        return _errors > 0 ? ExitCode.Unreadable : outcomes.TrueForAll(o => o.Kind is ReplayKind.Same or ReplayKind.SameContent or ReplayKind.Unrecorded) ? ExitCode.Clean : ExitCode.Findings;
    }

    private List<ReplayOutcome> Replay(Replayer replayer, List<RecordedAssessment> recorded, CancellationToken cancellationToken)
    {
        var wanted = recorded.Select(r => r.ConversationId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = new Dictionary<string, Conversation>(StringComparer.Ordinal);
        List<ReplayOutcome> unrecorded = [];
        Conversation? only = null;
        long count = 0;
        var errors = new ErrorLines(context.Error, static () => { });
        foreach (ConversationRecord record in new InputFiles(options.Data, context).Records())
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (record)
            {
                ReadResult<Conversation> result = record.Parse();
                if (!result.IsValue)
                {
                    errors.Add(result.Error);
                    continue;
                }

                only = count++ == 0 ? result.Value : null;
                if (options.Conversation is null && !(result.Value.Id is { } own && wanted.Contains(own)))
                {
                    string place = string.Create(CultureInfo.InvariantCulture, $"{result.File}:{result.Line}");
                    unrecorded.Add(new ReplayOutcome(place, result.Value.Id, ReplayKind.Unrecorded, [], [], []));
                }

                if (result.Value.Id is { } id && wanted.Contains(id) && !found.TryAdd(id, result.Value))
                {
                    errors.Add(new ReadError(result.File, result.Line, $"conversation {id} stands in the data twice: the first is replayed"));
                }
            }
        }

        errors.Complete();
        _errors += errors.Count;
        if (only is not null && recorded.Exists(r => r.ConversationId is null))
        {
            // The only conversation there is belongs to the assessment that names none.
            unrecorded.Clear();
        }

        return [.. recorded.Select(r => replayer.Replay(r, r.ConversationId is { } id ? found.GetValueOrDefault(id) : only)), .. unrecorded];
    }

    private static ReplayOutcome Resume(Replayer replayer, List<RecordedAssessment> recorded, string snapshot)
    {
        if (recorded.Count > 1)
        {
            throw new CommandException("a snapshot is of one conversation: name it with --conversation");
        }

        FileProblem.RequireFile(snapshot);
        try
        {
            return replayer.Resume(recorded[0], File.ReadAllBytes(snapshot));
        }
        catch (InvalidDataException e)
        {
            throw new CommandException($"{snapshot}: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{snapshot}: {FileProblem.Of(e)}");
        }
    }

    private static void Write(Utf8JsonWriter writer, List<ReplayOutcome> outcomes)
    {
        writer.WriteStartArray();
        foreach (ReplayOutcome outcome in outcomes)
        {
            writer.WriteStartObject();
            writer.WriteString("place", outcome.Place);
            writer.WriteString("conversationId", outcome.ConversationId);
            writer.WriteString("outcome", ReplayRenderer.Name(outcome.Kind));
            Strings(writer, "missing", outcome.Missing);
            Strings(writer, "different", outcome.Different);
            Strings(writer, "notes", outcome.Notes);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private sealed class FixedDay(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day, default, TimeSpan.Zero);
    }
}
