namespace GroomingSignals.Tracking;

/// <summary>The tally of a speaker in a snapshot: counts of nothing cost a bit.</summary>
internal static class SnapshotSpeakers
{
    private const int Small = 11;

    public static void Write(SnapshotWriter writer, SpeakerTally speaker)
    {
        writer.Byte(speaker.Participant);
        writer.Byte((speaker.ClaimsMinor ? 1 : 0) | (speaker.ClaimsAdult ? 2 : 0));
        writer.Count(speaker.Messages);
        writer.Unsigned((ulong)speaker.Characters);
        SnapshotFeatures.Counts(writer, speaker.Cues);
        SnapshotFeatures.Counts(writer, speaker.LastCue);
        SnapshotFeatures.Counts(writer, speaker.Tagged);
        SnapshotFeatures.Counts(
            writer,
            [
                speaker.Questions, speaker.OtherCues, speaker.Obfuscated, speaker.Refusals, speaker.Disclosures, speaker.Cautions, speaker.Quotations,
                speaker.Everyday, speaker.Claims, speaker.Repeats, speaker.Sessions,
            ]);
        writer.Byte(speaker.Most10 | (speaker.Most30 << 4));
        writer.Count(speaker.Texts);
        if (speaker.Texts > 0)
        {
            writer.Signed(speaker.TextSum);
            writer.Unsigned((ulong)speaker.Grams);
            writer.Signed(speaker.ScoreSum);
            writer.Signed(speaker.Recent);
            for (int i = 0; i < Math.Min(speaker.Texts, SpeakerTally.Best); i++)
            {
                writer.Signed(speaker.Top[i]);
            }
        }
    }

    public static SpeakerTally Read(ref SnapshotReader reader, int participants)
    {
        int participant = reader.Byte();
        if (participant >= participants)
        {
            throw SnapshotReader.Broken();
        }

        int flags = reader.Byte();
        var speaker = new SpeakerTally
        {
            Participant = participant,
            ClaimsMinor = (flags & 1) != 0,
            ClaimsAdult = (flags & 2) != 0,
            Messages = reader.Count(),
            Characters = Whole(ref reader),
        };
        SnapshotFeatures.Counts(ref reader, speaker.Cues);
        SnapshotFeatures.Counts(ref reader, speaker.LastCue);
        SnapshotFeatures.Counts(ref reader, speaker.Tagged);
        Span<int> small = stackalloc int[Small];
        SnapshotFeatures.Counts(ref reader, small);
        (speaker.Questions, speaker.OtherCues, speaker.Obfuscated, speaker.Refusals) = (small[0], small[1], small[2], small[3]);
        (speaker.Disclosures, speaker.Cautions, speaker.Quotations, speaker.Everyday) = (small[4], small[5], small[6], small[7]);
        (speaker.Claims, speaker.Repeats, speaker.Sessions) = (small[8], small[9], small[10]);
        int most = reader.Byte();
        (speaker.Most10, speaker.Most30) = (most & 15, most >> 4);
        Texts(ref reader, speaker);
        return speaker;
    }

    private static void Texts(ref SnapshotReader reader, SpeakerTally speaker)
    {
        speaker.Texts = reader.Count();
        if (speaker.Texts == 0)
        {
            return;
        }

        speaker.TextSum = reader.Signed();
        speaker.Grams = Whole(ref reader);
        speaker.ScoreSum = reader.Signed();
        speaker.Recent = reader.SignedInt();
        for (int i = 0; i < Math.Min(speaker.Texts, SpeakerTally.Best); i++)
        {
            speaker.Top[i] = reader.SignedInt();
        }
    }

    /// <summary>A number from 0 up that no conversation exceeds.</summary>
    private static long Whole(ref SnapshotReader reader)
    {
        ulong value = reader.Unsigned();
        return value <= long.MaxValue / 16 ? (long)value : throw SnapshotReader.Broken();
    }
}
