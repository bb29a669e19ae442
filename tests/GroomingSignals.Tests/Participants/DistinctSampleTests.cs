using CsCheck;
using GroomingSignals.Participants;

namespace GroomingSignals.Tests.Participants;

public sealed class DistinctSampleTests
{
    [Fact]
    public void It_keeps_what_an_oracle_with_all_the_room_in_the_world_keeps() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 1000], Gen.UInt[0, 20].Array[0, 3]).Array[0, 300].Sample(things =>
        {
            var sample = new DistinctSample();
            foreach (var (key, time, marks) in things)
            {
                sample.Add(key % 150 * 0x9E3779B97F4A7C15, time, new RuleMarks([.. marks.Distinct().Order()], false));
            }

            var oracle = things.GroupBy(t => t.Item1 % 150 * 0x9E3779B97F4A7C15).OrderBy(g => g.Key).ToList();
            sample.More.Should().Be(oracle.Count > 64);
            sample.Entries.Select(e => e.Key).Should().Equal(oracle.Take(64).Select(g => g.Key));
            sample.Entries.Select(e => e.First).Should().Equal(oracle.Take(64).Select(g => (long?)g.Min(t => t.Item2)));
            sample.Entries.Select(e => string.Join(',', e.Rules.Marks)).Should()
                .Equal(oracle.Take(64).Select(g => string.Join(',', g.SelectMany(t => t.Item3).Distinct().Order().Take(8))));
            sample.Entries.Select(e => e.Rules.More).Should().Equal(oracle.Take(64).Select(g => g.SelectMany(t => t.Item3).Distinct().Count() > 8));
        }, iter: 200);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    public void Up_to_64_it_counts_exactly(int things) => Of(things, 1).Count.Should().Be(things);

    [Theory]
    [InlineData(65)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void Beyond_the_error_is_the_stated_one(int things)
    {
        double[] errors = [.. Enumerable.Range(0, 400).Select(seed => (Of(things, seed).Count - things) / (double)things)];
        double rootMeanSquare = Math.Sqrt(errors.Average(e => e * e));
        rootMeanSquare.Should().BeLessThan(DistinctSample.RelativeError * 1.1);
        errors.Average().Should().BeInRange(-0.02, 0.02);
    }

    private static DistinctSample Of(int things, int seed)
    {
        var random = new Random(seed);
        var sample = new DistinctSample();
        for (int i = 0; i < things; i++)
        {
            sample.Add((ulong)random.NextInt64(long.MinValue, long.MaxValue), null, RuleMarks.None);
        }

        return sample;
    }
}
