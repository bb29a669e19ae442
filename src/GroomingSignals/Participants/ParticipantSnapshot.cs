using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Participants;

/// <summary>The binary form of a <see cref="ParticipantState"/>: a letter, a version, the state, and a check sum of four bytes. It holds no text.</summary>
internal static class ParticipantSnapshot
{
    private const byte Letter = (byte)'P';
    private const int Version = 2;
    private const int Bands = 1 << ((int)AgeBand.Adult + 1);

    public static byte[] Write(ParticipantState state)
    {
        var writer = SnapshotWriter.Mine;
        writer.Byte(Letter);
        writer.Byte(Version);
        writer.Text(state.ParticipantId);
        writer.Byte(state.SpeakerBands);
        foreach (var reach in new[] { state.Contacts, state.Evidence })
        {
            Write(writer, reach.Minors);
            Write(writer, reach.Conversations);
        }

        writer.Fixed(Snapshot.Checksum(writer.Written), 4);
        return writer.Written.ToArray();
    }

    /// <exception cref="InvalidDataException">The snapshot is damaged, or of another version.</exception>
    public static ParticipantState Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 || bytes[0] != Letter)
        {
            throw Broken();
        }

        if (bytes[1] != Version)
        {
            throw new InvalidDataException($"The snapshot of a participant has version {bytes[1]}; this engine reads version {Version}.");
        }

        var body = bytes[..^4];
        if (new SnapshotReader(bytes[^4..]).Fixed(4) != Snapshot.Checksum(body))
        {
            throw Broken();
        }

        var reader = new SnapshotReader(body[2..]);
        var state = new ParticipantState(reader.Required()) { SpeakerBands = reader.Byte() is var bands && bands < Bands ? bands : throw Broken() };
        foreach (var reach in new[] { state.Contacts, state.Evidence })
        {
            Read(ref reader, reach.Minors);
            Read(ref reader, reach.Conversations);
        }

        return reader.AtEnd ? state : throw Broken();
    }

    private static void Write(SnapshotWriter writer, DistinctSample sample)
    {
        writer.Count((sample.Entries.Count * 2) + (sample.More ? 1 : 0));
        long origin = 0;
        foreach (var entry in sample.Entries)
        {
            writer.Fixed(entry.Key, 8);
            writer.Time(entry.First, origin);
            origin = entry.First ?? origin;
            writer.Byte((entry.Rules.Marks.Length * 2) + (entry.Rules.More ? 1 : 0));
            foreach (uint mark in entry.Rules.Marks)
            {
                writer.Fixed(mark, 4);
            }
        }
    }

    private static void Read(ref SnapshotReader reader, DistinctSample sample)
    {
        int header = reader.Items((DistinctSample.Most * 2) + 1);
        long origin = 0;
        ulong? before = null;
        for (int i = 0; i < header / 2; i++)
        {
            ulong key = reader.Fixed(8);
            if (key <= before)
            {
                throw Broken();
            }

            before = key;
            long? first = reader.Time(origin);
            origin = first ?? origin;
            sample.Add(key, first, Marks(ref reader));
        }

        if ((header & 1) != 0)
        {
            if (header / 2 != DistinctSample.Most)
            {
                throw Broken();
            }

            sample.Add(ulong.MaxValue, null, RuleMarks.None);
        }
    }

    private static RuleMarks Marks(ref SnapshotReader reader)
    {
        int header = reader.Items((RuleMarks.Most * 2) + 1);
        var marks = new uint[header / 2];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = (uint)reader.Fixed(4);
            if (i > 0 && marks[i] <= marks[i - 1])
            {
                throw Broken();
            }
        }

        return header == 0 ? RuleMarks.None : new RuleMarks([.. marks], (header & 1) != 0);
    }

    private static InvalidDataException Broken() => new("The snapshot is damaged or is not a snapshot of a participant.");
}
