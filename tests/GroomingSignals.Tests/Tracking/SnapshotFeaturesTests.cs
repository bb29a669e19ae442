using GroomingSignals.Conversations;
using GroomingSignals.Tests.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class SnapshotFeaturesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_typical_snapshot_with_a_classifier_is_at_most_a_kibibyte_and_a_half()
    {
        byte[] snapshot = Typical().ToSnapshot();
        TestContext.Current.TestOutputHelper!.WriteLine($"{snapshot.Length} bytes");
        snapshot.Length.Should().BeInRange(600, 1536);
    }

    [Fact]
    public void The_bound_holds_for_features()
    {
        var state = Typical();
        StateSize.Bound(state).Should().BeGreaterThan(state.ToSnapshot().Length);
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        byte[] snapshot = Typical().ToSnapshot();
        for (int i = 0; i < snapshot.Length; i++)
        {
            byte[] changed = [.. snapshot];
            changed[i] ^= 0x04;
            FluentActions.Invoking(() => Snapshot.Read(changed)).Should().Throw<InvalidDataException>();
        }
    }

    [Fact]
    public void Features_of_a_later_version_are_refused_by_name()
    {
        var plain = new ConversationState { ConversationId = "c" };
        int at = plain.ToSnapshot().Length - 4;
        var with = new ConversationState { ConversationId = "c", Features = new FeatureState(1, 3) };
        byte[] snapshot = with.ToSnapshot();
        snapshot[at].Should().Be(2);
        snapshot[at] = 3;
        Seal(snapshot);
        FluentActions.Invoking(() => Snapshot.Read(snapshot)).Should().Throw<InvalidDataException>().WithMessage("*features*version 3*");
    }

    [Fact]
    public void Hostile_features_are_refused_and_never_anything_else()
    {
        byte[] snapshot = Typical().ToSnapshot();
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] changed = [.. snapshot];
            for (int i = 0; i < 1 + (round % 3); i++)
            {
                changed[random.Next(1, changed.Length - 4)] = (byte)random.Next(256);
            }

            Seal(changed);
            try
            {
                FusedPack.Analyzer.Assess(FusedPack.Analyzer.Resume(changed));
            }
            catch (InvalidDataException)
            {
            }
        }
    }

    private static void Seal(byte[] snapshot)
    {
        // CRC-32C bit by bit, from its polynomial.
        uint sum = uint.MaxValue;
        foreach (byte b in snapshot.AsSpan(0, snapshot.Length - 4))
        {
            sum ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0x82F63B78);
            }
        }

        BitConverter.TryWriteBytes(snapshot.AsSpan(snapshot.Length - 4), ~sum);
    }

    [Fact]
    public void The_check_sum_is_that_of_the_standard() => Snapshot.Checksum("123456789"u8).Should().Be(0xE3069283, "RFC 3720 uses it; the value is the check of CRC-32/ISCSI");

    /// <summary>Two participants with ids of 36 characters, eight pieces of evidence, two hundred messages over weeks.</summary>
    private static ConversationState Typical()
    {
        string[] ids = ["0f8fad5b-d9cb-469f-a165-70867728950e", "7c9e6679-7425-40de-944b-e07fc1f90ae7"];
        string[] cues = ["dont tell your mom", "send me a picture", "no way", "buy you a gift", "picture of you", "our little secret", "send me a picture"];
        var analyzer = FusedPack.Analyzer;
        var state = analyzer.Start("3f2504e0-4f89-11d3-9a0c-0305e82c3301", [new Participant { Id = ids[0], Age = AgeBand.Adult }, new Participant { Id = ids[1], Age = AgeBand.From13To15 }]);
        for (int i = 0; i < 200; i++)
        {
            string text = i % 28 == 27 ? cues[i / 28] : i % 5 == 0 ? "did you win the game today?" : "it was a long day at school and a secret one";
            analyzer.Append(state, new Message { Id = $"{new Guid(i + 1, 7, 9, 1, 2, 3, 4, 5, 6, 7, 8):D}", Sender = ids[i % 28 == 27 ? 0 : i % 2], Text = text, Time = Noon.AddMinutes(i * 95) });
        }

        return state;
    }
}
