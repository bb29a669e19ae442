using CsCheck;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e", 19)]
    [InlineData("0F8FAD5B-D9CB-469F-A165-70867728950E", 31)]
    [InlineData("user_1", 9)]
    [InlineData("überall", 12)]
    [InlineData("", 5)]
    public void Ids_come_back_as_they_were_in_few_bytes(string id, int atMost)
    {
        var writer = new SnapshotWriter();
        writer.Text(id);
        writer.Length.Should().BeLessThanOrEqualTo(atMost);
        new SnapshotReader(writer.Written.ToArray()).Text().Should().Be(id);
    }

    [Fact]
    public void An_id_with_a_lone_surrogate_comes_back_as_it_was()
    {
        var writer = new SnapshotWriter();
        writer.Text("a\ud800");
        new SnapshotReader(writer.Written.ToArray()).Text().Should().Be("a\ud800");
    }

    [Fact]
    public void Any_id_comes_back_as_it_was_and_within_the_bound() =>
        Gen.Char.Array[0, 40].Select(c => new string(c)).Array[0, 8].Sample(ids =>
        {
            var writer = new SnapshotWriter();
            int bound = 0;
            foreach (string id in ids.Concat(ids))
            {
                int before = writer.Length;
                writer.Text(id);
                (writer.Length - before).Should().BeLessThanOrEqualTo(StateSize.IdBytes(id) + 1);
                bound++;
            }

            var reader = new SnapshotReader(writer.Written.ToArray());
            foreach (string id in ids.Concat(ids))
            {
                string? back = reader.Text();
                back.Should().Be(id);
            }

            reader.AtEnd.Should().BeTrue();
        });

    [Fact]
    public void Any_number_comes_back_as_it_was() =>
        Gen.Select(Gen.Long, Gen.ULong, Gen.Int[0, int.MaxValue]).Sample((signed, unsigned, count) =>
        {
            var writer = new SnapshotWriter();
            writer.Signed(signed);
            writer.Unsigned(unsigned);
            writer.Count(count);
            var reader = new SnapshotReader(writer.Written.ToArray());
            reader.Signed().Should().Be(signed);
            reader.Unsigned().Should().Be(unsigned);
            reader.Count().Should().Be(count);
        });

    [Fact]
    public void Damage_is_refused_and_never_anything_else() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var read = () => Snapshot.Read(bytes);
            read.Should().Throw<InvalidDataException>();
        });

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        byte[] snapshot = new ConversationState { ConversationId = "c-1" }.ToSnapshot();
        for (int i = 0; i < snapshot.Length; i++)
        {
            byte[] changed = [.. snapshot];
            changed[i] ^= 0x10;
            var read = () => Snapshot.Read(changed);
            read.Should().Throw<InvalidDataException>();
        }
    }
}
