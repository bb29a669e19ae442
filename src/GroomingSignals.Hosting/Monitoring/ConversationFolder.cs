using System.Diagnostics;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Telemetry;
using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Folds the deliveries of a conversation into its state and makes the change to commit. It commits nothing.</summary>
internal sealed class ConversationFolder(HostingTelemetry telemetry, IdHasher ids, IParticipantProjector? projector, Severity minimumAlert)
{
    private static readonly List<ParticipantRecord> None = [];

    private readonly List<ParticipantRecord> _records = [];

    /// <summary>Makes a conversation ready: resumed from what is stored, or begun.</summary>
    public LiveConversation Ready(RiskAnalyzer analyzer, ConversationKey key, StoredConversation? stored, IReadOnlyList<Participant>? participants)
    {
        var state = stored is null
            ? analyzer.Start(key.Conversation, participants is null ? null : Kept(key.Tenant, participants))
            : analyzer.Resume(stored.Snapshot.Span);
        var live = new LiveConversation(key, analyzer, state, stored);
        if (telemetry.CountsStates)
        {
            live.Tally.Prime(analyzer, state);
        }

        return live;
    }

    /// <summary>Folds one delivery.</summary>
    public void Fold(ConversationBatch batch, Delivery delivery, DateTimeOffset now)
    {
        var live = batch.Live!;
        int alerts = batch.Alerts.Count;
        var joining = delivery.Participants;
        for (int i = 0; i < delivery.Count; i++)
        {
            delivery.SetOutcome(i, Fold(batch, live, delivery.Message(i), ref joining, now));
        }

        delivery.Report = Report(live, delivery, batch.Alerts.Count > alerts);
    }

    /// <summary>Makes the change to commit; null when all messages were known or refused.</summary>
    public ConversationChange? Change(ConversationBatch batch, DateTimeOffset now)
    {
        if (batch.Applied == 0)
        {
            return null;
        }

        var live = batch.Live!;
        return new ConversationChange
        {
            Key = batch.Key,
            ExpectedVersion = live.Version,
            Next = new StoredConversation
            {
                Version = live.Version + 1,
                Snapshot = batch.Keep(Snapshot.Written(live.State)),
                UpdatedAt = now,
                AlertedSeverity = live.Alerted,
                LastSequence = live.LastSequence,
                LateMessages = live.LateMessages,
            },
            Alerts = batch.Alerts,
            Participants = Records(live),
        };
    }

    private MessageOutcome Fold(ConversationBatch batch, LiveConversation live, in IncomingMessage incoming, ref IReadOnlyList<Participant>? joining, DateTimeOffset now)
    {
        var message = Kept(live.Key.Tenant, incoming.Message);
        if (message.Id is not null && live.State.Seen.Find(message) is { } same)
        {
            batch.Duplicates += same ? 1 : 0;
            batch.Conflicts += same ? 0 : 1;
            return same ? MessageOutcome.Duplicate : MessageOutcome.IdConflict;
        }

        if (joining is not null)
        {
            // Only with a message that counts: a redelivery leaves no trace, whoever it lists.
            live.Analyzer.Join(live.State, Kept(live.Key.Tenant, joining));
            joining = null;
        }

        long started = telemetry.TimesAnalysis ? Stopwatch.GetTimestamp() : 0;
        var result = live.Analyzer.Append(live.State, message);
        if (started != 0)
        {
            telemetry.Analysed(started);
        }

        live.Last = result;
        batch.Applied++;
        if (result.Severity >= minimumAlert && result.Severity > live.Alerted)
        {
            live.Alerted = result.Severity;
            batch.Alerts.Add(AlertOf(live, result, now));
        }

        if (incoming.Sequence is not { } sequence)
        {
            return MessageOutcome.Applied;
        }

        if (sequence >= (live.LastSequence ?? sequence))
        {
            live.LastSequence = sequence;
            return MessageOutcome.Applied;
        }

        live.LateMessages++;
        batch.Late++;
        return MessageOutcome.AppliedLate;
    }

    private IEnumerable<Participant> Kept(string tenant, IReadOnlyList<Participant> participants) =>
        ids.IsOn ? participants.Select(p => p with { Id = ids.Hash(tenant, p.Id) }) : participants;

    private Message Kept(string tenant, Message message) =>
        ids.IsOn
            ? message with { Id = message.Id is null ? null : ids.Hash(tenant, message.Id), Sender = ids.Hash(tenant, message.Sender) }
            : message;

    private static Alert AlertOf(LiveConversation live, in AppendResult result, DateTimeOffset now)
    {
        var assessment = live.Analyzer.Assess(live.State);
        return new Alert
        {
            Key = live.Key,
            Severity = result.Severity,
            Sequence = live.State.MessageCount,
            Risk = result.Risk,
            From = assessment.From,
            Towards = assessment.Towards,
            Tactics =
            [
                .. assessment.Tactics
                    .Where(t => string.Equals(t.From, assessment.From, StringComparison.Ordinal) && string.Equals(t.Towards, assessment.Towards, StringComparison.Ordinal))
                    .Select(t => t.Tactic).Distinct(),
            ],
            RaisedAt = now,
        };
    }

    private static AppendReport Report(LiveConversation live, Delivery delivery, bool raised)
    {
        if (live.Last is not { } last)
        {
            var assessment = live.Analyzer.Assess(live.State);
            live.Last = last = new AppendResult(assessment.Risk, assessment.Severity, false, assessment.Current.Risk, true);
        }

        return new AppendReport
        {
            Status = AppendStatus.Accepted,
            Messages = delivery.Outcomes(),
            Risk = last.Risk,
            CurrentRisk = last.CurrentRisk,
            Severity = last.Severity,
            AlertRaised = raised,
            MessageCount = live.State.MessageCount,
        };
    }

    /// <summary>The records that differ from those last written.</summary>
    private List<ParticipantRecord> Records(LiveConversation live)
    {
        // The summaries of the package itself are known to be the same as long as what they are made of is.
        if (projector is null || (projector is ParticipantSummaries && !live.Contacts.Advance(live.State)))
        {
            return None;
        }

        _records.Clear();
        projector.Project(live.Analyzer, live.State, _records);
        List<ParticipantRecord>? changed = null;
        foreach (var record in _records)
        {
            int known = live.Records.FindIndex(r => string.Equals(r.Participant, record.Participant, StringComparison.Ordinal));
            if (known >= 0 && live.Records[known].Data.Span.SequenceEqual(record.Data.Span))
            {
                continue;
            }

            if (known >= 0)
            {
                live.Records[known] = record;
            }
            else
            {
                live.Records.Add(record);
            }

            (changed ??= []).Add(record);
        }

        return changed ?? None;
    }
}
