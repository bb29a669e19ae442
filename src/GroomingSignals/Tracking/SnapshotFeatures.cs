namespace GroomingSignals.Tracking;

/// <summary>The optional section of a snapshot with the tallies of the features, what the classifier said at the peaks, and the features at the highest.</summary>
internal static class SnapshotFeatures
{
    private const int Version = 2;
    private const int MostFeatures = 1_000;

    public static void Write(SnapshotWriter writer, ConversationState state, FeatureState features, long origin)
    {
        writer.Byte(Version);
        writer.Fixed(features.Model, 8);
        writer.Count(features.Peak.Vector.Length);
        Counts(writer, features.FirstCue);
        writer.Count(features.LastRefusal);
        writer.Byte(features.Refuser);
        writer.Count(features.Timed);
        writer.Count(features.Night);
        Counts(writer, features.Gaps);
        writer.Time(features.LastTime, origin);
        Loud(writer, features.Loud.Pairs);
        writer.Count(features.Speakers.Count);
        foreach (var speaker in features.Speakers)
        {
            SnapshotSpeakers.Write(writer, speaker);
        }

        foreach (var pair in state.Pairs)
        {
            if (pair.HasPeak)
            {
                writer.Signed(pair.PeakVoice?.Text ?? 0);
                writer.Signed(pair.PeakVoice?.Forest ?? 0);
            }
        }

        Peak(writer, features.Peak);
    }

    public static void Read(ref SnapshotReader reader, ConversationState state, long origin)
    {
        int version = reader.Byte();
        if (version != Version)
        {
            throw new InvalidDataException($"The features of the snapshot have version {version}; this engine reads version {Version}.");
        }

        var features = new FeatureState(reader.Fixed(8), reader.Items(MostFeatures));
        Counts(ref reader, features.FirstCue);
        features.LastRefusal = reader.Count();
        features.Refuser = reader.Byte();
        features.Timed = reader.Count();
        features.Night = reader.Count();
        Counts(ref reader, features.Gaps);
        features.LastTime = reader.Time(origin);
        Loud(ref reader, features.Loud.Pairs);
        int speakers = reader.Items(FeatureState.MostSpeakers);
        for (int i = 0; i < speakers; i++)
        {
            features.Speakers.Add(SnapshotSpeakers.Read(ref reader, state.Participants.Count));
        }

        if (features.Refuser > speakers)
        {
            throw SnapshotReader.Broken();
        }

        foreach (var pair in state.Pairs)
        {
            if (pair.HasPeak)
            {
                pair.PeakVoice = new ClassifierVoice(reader.SignedInt(), reader.SignedInt());
            }
        }

        Peak(ref reader, features.Peak, state.Participants.Count);
        state.Features = features;
    }

    /// <summary>One bit says of each byte whether it is written out.</summary>
    private static void Loud(SnapshotWriter writer, ReadOnlySpan<byte> pairs)
    {
        for (int from = 0; from < pairs.Length; from += 8)
        {
            int mask = 0;
            for (int i = 0; i < 8; i++)
            {
                mask |= (pairs[from + i] == 0 ? 0 : 1) << i;
            }

            writer.Byte(mask);
            foreach (byte pair in pairs.Slice(from, 8))
            {
                if (pair != 0)
                {
                    writer.Byte(pair);
                }
            }
        }
    }

    private static void Loud(ref SnapshotReader reader, scoped Span<byte> pairs)
    {
        for (int from = 0; from < pairs.Length; from += 8)
        {
            int mask = reader.Byte();
            for (int i = 0; i < 8; i++)
            {
                if ((mask >> i & 1) != 0)
                {
                    int pair = reader.Byte();
                    pairs[from + i] = pair != 0 ? (byte)pair : throw SnapshotReader.Broken();
                }
            }
        }
    }

    /// <summary>Two bits say of each feature whether it is 0, 1 or written out.</summary>
    private static void Peak(SnapshotWriter writer, FeaturePeak peak)
    {
        writer.Signed(peak.From);
        if (peak.From < 0)
        {
            return;
        }

        writer.Count(peak.Towards);
        writer.Fixed(BitConverter.DoubleToUInt64Bits(peak.TextScore), 8);
        for (int from = 0; from < peak.Vector.Length; from += 4)
        {
            int kinds = 0;
            for (int i = from; i < Math.Min(from + 4, peak.Vector.Length); i++)
            {
                kinds |= KindOf(peak.Vector[i]) << (2 * (i - from));
            }

            writer.Byte(kinds);
        }

        foreach (float value in peak.Vector)
        {
            if (KindOf(value) == 2)
            {
                writer.Fixed(BitConverter.SingleToUInt32Bits(value), 4);
            }
        }
    }

    private static void Peak(ref SnapshotReader reader, FeaturePeak peak, int participants)
    {
        peak.From = reader.SignedInt();
        if (peak.From < 0)
        {
            return;
        }

        peak.Towards = reader.Count();
        if (peak.From >= participants || peak.Towards >= participants)
        {
            throw SnapshotReader.Broken();
        }

        peak.TextScore = Finite(BitConverter.UInt64BitsToDouble(reader.Fixed(8)));
        Span<byte> kinds = stackalloc byte[(peak.Vector.Length + 3) / 4];
        for (int i = 0; i < kinds.Length; i++)
        {
            kinds[i] = (byte)reader.Byte();
        }

        for (int i = 0; i < peak.Vector.Length; i++)
        {
            peak.Vector[i] = (kinds[i / 4] >> (2 * (i % 4)) & 3) switch
            {
                0 => 0,
                1 => 1,
                2 => (float)Finite(BitConverter.UInt32BitsToSingle((uint)reader.Fixed(4))),
                _ => throw SnapshotReader.Broken(),
            };
        }
    }

    private static int KindOf(float value) => BitConverter.SingleToUInt32Bits(value) == 0 ? 0 : value == 1 ? 1 : 2;

    private static double Finite(double value) => double.IsFinite(value) ? value : throw SnapshotReader.Broken();

    public static void Counts(SnapshotWriter writer, ReadOnlySpan<int> counts)
    {
        int mask = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            mask |= counts[i] == 0 ? 0 : 1 << i;
        }

        writer.Count(mask);
        foreach (int count in counts)
        {
            if (count != 0)
            {
                writer.Count(count);
            }
        }
    }

    public static void Counts(ref SnapshotReader reader, scoped Span<int> counts)
    {
        int mask = reader.Count();
        if (mask >> counts.Length != 0)
        {
            throw SnapshotReader.Broken();
        }

        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = (mask >> i & 1) == 0 ? 0 : reader.Count();
        }
    }
}
