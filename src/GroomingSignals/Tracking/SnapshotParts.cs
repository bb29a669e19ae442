using System.Runtime.InteropServices;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Rules;

namespace GroomingSignals.Tracking;

/// <summary>The parts of a snapshot, each written and read side by side.</summary>
internal static class SnapshotParts
{
    public static void Participants(SnapshotWriter writer, ConversationState state)
    {
        writer.Count(state.Participants.Count);
        foreach (var participant in state.Participants)
        {
            writer.Text(participant.Id);
            writer.Byte((int)participant.Age | ((int)participant.Provenance << 3) | (participant.Listed ? 0x20 : 0)
                | (participant.Assumed ? 0x40 : 0) | (participant.ClaimedAdult ? 0x80 : 0));
            writer.Byte((int)participant.ClaimedMinor | (participant.Claim is null ? 0 : 0x10));
            writer.Text(participant.Role);
            writer.Count(participant.Messages);
            writer.Signed(participant.LastOrdinal);
            if (participant.Claim is { } claim)
            {
                writer.Signed(claim.From);
                writer.Signed(claim.To);
                writer.Text(claim.MessageId);
                Span(writer, claim.Span);
            }
        }
    }

    public static void ReadParticipants(ref SnapshotReader reader, ConversationState state)
    {
        int count = reader.Items();
        for (int i = 0; i < count; i++)
        {
            string id = reader.Required();
            int flags = reader.Byte();
            int more = reader.Byte();
            var participant = new TrackedParticipant
            {
                Id = id,
                Age = (AgeBand)AtMost(flags & 7, (int)AgeBand.Adult),
                Provenance = (AgeProvenance)(flags >> 3 & 3),
                Listed = (flags & 0x20) != 0,
                Assumed = (flags & 0x40) != 0,
                ClaimedAdult = (flags & 0x80) != 0,
                ClaimedMinor = (AgeBand)AtMost(more & 7, (int)AgeBand.Adult),
                Role = reader.Text(),
                Messages = reader.Count(),
                LastOrdinal = reader.SignedInt(),
            };
            if ((more & 0x10) != 0)
            {
                participant.Claim = new AgeClaim(reader.SignedInt(), reader.SignedInt(), reader.Required(), Span(ref reader));
            }

            state.Participants.Add(participant);
        }
    }

    public static void Pairs(SnapshotWriter writer, ConversationState state, long origin)
    {
        writer.Count(state.Pairs.Count);
        foreach (var pair in state.Pairs)
        {
            writer.Byte(pair.From);
            writer.Byte(pair.Towards);
            writer.Count(pair.LastOrdinal);
            writer.Byte((pair.Obfuscated ? 1 : 0) | (pair.Refused ? 2 : 0) | (pair.Disclosed ? 4 : 0) | (pair.HasPeak ? 8 : 0));
            if (pair.HasPeak)
            {
                writer.Count(pair.PeakOrdinal);
                writer.Byte(pair.PeakTrack);
                writer.Signed(pair.PeakLines.CoOccurrence);
                writer.Signed(pair.PeakLines.Direction);
                writer.Signed(pair.PeakLines.Acceleration);
                writer.Signed(pair.PeakLines.Obfuscation);
                writer.Signed(pair.PeakLines.Track);
                writer.Signed(pair.PeakLines.Protection);
            }

            writer.Count(pair.Tallies.Count);
            foreach (var tally in pair.Tallies)
            {
                Tally(writer, tally, origin);
            }

            writer.Count(pair.Evidence.Count);
            foreach (ref readonly var item in CollectionsMarshal.AsSpan(pair.Evidence))
            {
                Evidence(writer, in item);
            }
        }
    }

    public static void ReadPairs(ref SnapshotReader reader, ConversationState state, long origin)
    {
        int count = reader.Items();
        for (int i = 0; i < count; i++)
        {
            var pair = new TrackedPair
            {
                From = Below(reader.Byte(), state.Participants.Count),
                Towards = Below(reader.Byte(), state.Participants.Count),
                LastOrdinal = reader.Count(),
            };
            int flags = reader.Byte();
            pair.Obfuscated = (flags & 1) != 0;
            pair.Refused = (flags & 2) != 0;
            pair.Disclosed = (flags & 4) != 0;
            pair.HasPeak = (flags & 8) != 0;
            if (pair.HasPeak)
            {
                pair.PeakOrdinal = reader.Count();
                pair.PeakTrack = Below(reader.Byte(), 5);
                pair.PeakLines = new PairLines(
                    reader.SignedInt(), reader.SignedInt(), reader.SignedInt(), reader.SignedInt(), reader.SignedInt(), reader.SignedInt());
            }

            int tallies = reader.Items();
            for (int t = 0; t < tallies; t++)
            {
                pair.Tallies.Add(Tally(ref reader, origin));
            }

            int evidence = reader.Items();
            for (int e = 0; e < evidence; e++)
            {
                pair.Evidence.Add(Evidence(ref reader));
            }

            state.Pairs.Add(pair);
        }
    }

    public static void History(SnapshotWriter writer, ConversationState state, long origin)
    {
        var history = state.History;
        var terms = writer.Terms;
        for (int i = 0; i < history.Count; i++)
        {
            if (!terms.Contains(history[i].Term))
            {
                terms.Add(history[i].Term);
            }
        }

        writer.Count(terms.Count);
        foreach (uint term in terms)
        {
            writer.Fixed(term, 4);
        }

        writer.Count(history.Count);
        int ordinal = 0;
        long time = origin;
        for (int i = 0; i < history.Count; i++)
        {
            var item = history[i];
            writer.Count(terms.IndexOf(item.Term));
            writer.Signed(item.Ordinal - ordinal);
            writer.Time(item.Time, time);
            writer.Byte(item.From);
            writer.Unsigned(unchecked(item.Towards + 1));
            ordinal = item.Ordinal;
            time = item.Time ?? time;
        }
    }

    public static void ReadHistory(ref SnapshotReader reader, ConversationState state, long origin)
    {
        var terms = new uint[reader.Items()];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = (uint)reader.Fixed(4);
        }

        int count = AtMost(reader.Items(), EventHistory.Capacity);
        int ordinal = 0;
        long time = origin;
        for (int i = 0; i < count; i++)
        {
            uint term = terms[Below(reader.Count(), terms.Length)];
            ordinal += reader.SignedInt();
            long? at = reader.Time(time);
            time = at ?? time;
            int from = Below(reader.Byte(), state.Participants.Count);
            state.History.Add(new HistoryEvent(term, ordinal, at, from, unchecked(reader.Unsigned() - 1)));
        }
    }

    public static void Seen(SnapshotWriter writer, ConversationState state)
    {
        writer.Count(state.Seen.Count);
        for (int i = 0; i < state.Seen.Count; i++)
        {
            writer.Fixed(state.Seen[i].Id, 6);
            writer.Fixed(state.Seen[i].Content, 2);
        }
    }

    public static void ReadSeen(ref SnapshotReader reader, ConversationState state)
    {
        int count = AtMost(reader.Items(), SeenMessages.Window);
        for (int i = 0; i < count; i++)
        {
            state.Seen.Add(reader.Fixed(6), (ushort)reader.Fixed(2));
        }
    }

    public static void Notes(SnapshotWriter writer, ConversationState state)
    {
        writer.Count(state.Notes.Count);
        foreach (var (code, subject, count) in state.Notes.All)
        {
            writer.Text(code);
            writer.Text(subject);
            writer.Count(count);
        }
    }

    public static void ReadNotes(ref SnapshotReader reader, ConversationState state)
    {
        int count = reader.Items();
        for (int i = 0; i < count; i++)
        {
            state.Notes.Add(reader.Required(), reader.Required(), reader.Count());
        }
    }

    private static void Tally(SnapshotWriter writer, RuleTally tally, long origin)
    {
        writer.Text(tally.RuleId);
        writer.Count(tally.Hits);
        writer.Count(tally.Hits - tally.ScoredHits);
        writer.Count(tally.FirstOrdinal);
        writer.Time(tally.LastTime, origin);
        writer.Signed(tally.Gross);
        writer.Signed(tally.Capped);
        writer.Signed(tally.Decayed);
        writer.Count(tally.Hits - tally.Peak.Hits);
        writer.Signed(tally.Gross - tally.Peak.Gross);
        writer.Signed(tally.Peak.Capped);
        writer.Signed(tally.Peak.Gross - tally.Peak.Capped - tally.Peak.Value);
    }

    private static RuleTally Tally(ref SnapshotReader reader, long origin)
    {
        var tally = new RuleTally { RuleId = reader.Required(), Hits = reader.Count() };
        tally.ScoredHits = tally.Hits - AtMost(reader.Count(), tally.Hits);
        tally.FirstOrdinal = reader.Count();
        tally.LastTime = reader.Time(origin);
        tally.Gross = reader.Signed();
        tally.Capped = reader.Signed();
        tally.Decayed = reader.Signed();
        tally.Net = (int)(tally.Gross - tally.Capped - tally.Decayed);
        int peakHits = tally.Hits - AtMost(reader.Count(), tally.Hits);
        long peakGross = tally.Gross - reader.Signed();
        long peakCapped = reader.Signed();
        tally.Peak = new TallyAtPeak(peakHits, peakGross, peakCapped, (int)(peakGross - peakCapped - reader.Signed()));
        return tally;
    }

    private static void Evidence(SnapshotWriter writer, in EvidenceRecord item)
    {
        writer.Text(item.RuleId);
        writer.Count(item.Ordinal);
        writer.Text(item.MessageId);
        writer.Byte((int)item.View | ((int)item.Role << 3) | (item.Shadow ? 0x40 : 0));
        writer.Count(item.Points);
        writer.Count(item.Spans.Length);
        foreach (var span in item.Spans)
        {
            Span(writer, span);
        }

        writer.Text(item.EarlierMessageId);
        if (item.EarlierMessageId is not null)
        {
            Span(writer, item.EarlierSpan);
        }
    }

    private static EvidenceRecord Evidence(ref SnapshotReader reader)
    {
        string rule = reader.Required();
        int ordinal = reader.Count();
        string message = reader.Required();
        int flags = reader.Byte();
        int points = reader.Count();
        var spans = new TextSpan[reader.Items()];
        for (int i = 0; i < spans.Length; i++)
        {
            spans[i] = Span(ref reader);
        }

        string? earlier = reader.Text();
        return new EvidenceRecord
        {
            RuleId = rule,
            Ordinal = ordinal,
            MessageId = message,
            View = (TextView)AtMost(flags & 7, (int)TextView.Leet),
            Role = (DiscourseRole)AtMost(flags >> 3 & 7, (int)DiscourseRole.Disclosing),
            Shadow = (flags & 0x40) != 0,
            Points = points,
            Spans = spans,
            EarlierMessageId = earlier,
            EarlierSpan = earlier is null ? default : Span(ref reader),
        };
    }

    private static void Span(SnapshotWriter writer, TextSpan span)
    {
        writer.Count(span.Start);
        writer.Count(span.End - span.Start);
    }

    private static TextSpan Span(ref SnapshotReader reader)
    {
        int start = reader.Count();
        return new TextSpan(start, checked(start + reader.Count()));
    }

    private static int Below(int value, int limit) => value < limit ? value : throw SnapshotReader.Broken();

    private static int AtMost(int value, int limit) => value <= limit ? value : throw SnapshotReader.Broken();
}
