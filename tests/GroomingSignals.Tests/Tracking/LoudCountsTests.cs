using GroomingSignals.Text.NGrams;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class LoudCountsTests
{
    [Fact]
    public void What_is_said_for_the_nth_time_adds_an_nth_of_its_weight()
    {
        var counts = new LoudCounts();
        var loud = Loud((7, 3f));

        double[] heard = [.. Enumerable.Range(0, 4).Select(_ => 3 - counts.Hear(loud))];

        heard.Should().Equal(3, 1.5, 1, 0.75);
    }

    [Fact]
    public void N_grams_that_share_a_place_in_one_message_do_not_speak_softer_for_each_other()
    {
        var counts = new LoudCounts();

        counts.Hear(Loud((7, 3f), (7 + LoudGrams.Places, 2f))).Should().Be(0);
        counts.Hear(Loud((7, 3f), (7 + LoudGrams.Places, 2f))).Should().Be(2.5);
    }

    [Fact]
    public void Places_do_not_touch_their_neighbours()
    {
        var counts = new LoudCounts();
        for (int i = 0; i < 40; i++)
        {
            counts.Hear(Loud((8, 1f)));
        }

        counts.Pairs[4].Should().Be(15, "the number stops at 15");
        counts.Pairs.ToArray().Where((_, i) => i != 4).Should().OnlyContain(pair => pair == 0);
        counts.Hear(Loud((9, 1f))).Should().Be(0);
        counts.Pairs[4].Should().Be(0x1F);
    }

    [Fact]
    public void Halving_halves_each_number_for_itself()
    {
        var counts = new LoudCounts();
        counts.Pairs[0] = 0xF5;
        counts.Pairs[255] = 0x13;

        counts.Halve();

        (counts.Pairs[0], counts.Pairs[255]).Should().Be(((byte)0x72, (byte)0x01));
    }

    [Fact]
    public void More_loud_n_grams_than_there_is_room_for_are_left_as_they_are()
    {
        var loud = new LoudGrams();
        int[] buckets = [.. Enumerable.Range(0, LoudGrams.Most + 100)];
        float[] weights = [.. buckets.Select(_ => 1f)];
        loud.Add(buckets.AsSpan(0, 300), weights, 1);
        loud.Add(buckets.AsSpan(300), weights, 1);

        loud.Count.Should().Be(LoudGrams.Most);
        new LoudCounts().Hear(loud).Should().Be(0);
    }

    [Fact]
    public void Only_what_reaches_the_limit_by_size_is_loud()
    {
        var loud = new LoudGrams();

        loud.Add([1, 2, 3, 4], [9, 0.9f, 1, -2, 0], 1);

        loud.PlaceOf.ToArray().Should().Equal(2, 3);
        loud.WeightOf.ToArray().Should().Equal(1, -2);
    }

    private static LoudGrams Loud(params (int Bucket, float Weight)[] grams)
    {
        var loud = new LoudGrams();
        foreach (var (bucket, weight) in grams)
        {
            float[] weights = new float[bucket + 1];
            weights[bucket] = weight;
            loud.Add([bucket], weights, 0);
        }

        return loud;
    }
}
