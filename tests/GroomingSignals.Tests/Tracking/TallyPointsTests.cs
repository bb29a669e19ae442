using CsCheck;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class TallyPointsTests
{
    [Fact]
    public void The_cap_takes_what_is_over()
    {
        var tally = new RuleTally { RuleId = "T-A-001" };
        TallyPoints.Add(tally, 1_400_000, 2_000_000, 0).Should().Be(1_400_000);
        TallyPoints.Add(tally, 1_000_000, 2_000_000, 1_400_000).Should().Be(1_000_000);
        (tally.Gross, tally.Capped, tally.Net).Should().Be((2_400_000, 400_000, 2_000_000));
    }

    [Fact]
    public void A_rule_that_has_said_all_it_can_adds_nothing_more()
    {
        var tally = new RuleTally { RuleId = "T-A-001", Gross = 2_000_000, Net = 2_000_000 };
        TallyPoints.Add(tally, 300_000, 2_000_000, 2_000_000).Should().Be(0);
        (tally.Gross, tally.Capped).Should().Be((2_000_000, 0));
    }

    [Fact]
    public void Gross_less_cap_less_decay_is_what_is_left_always() =>
        Gen.Select(Gen.Int[1, 3_000_000], Gen.Int[0, 100]).Array[0, 60].Sample(steps =>
        {
            var tally = new RuleTally { RuleId = "T-A-001" };
            foreach (var (points, percent) in steps)
            {
                TallyPoints.Add(tally, points, 4_000_000, (int)((long)tally.Net * percent / 100));
                (tally.Gross - tally.Capped - tally.Decayed).Should().Be(tally.Net);
                tally.Net.Should().BeInRange(0, 4_000_000);
                tally.Capped.Should().BeGreaterThanOrEqualTo(0);
                tally.Decayed.Should().BeGreaterThanOrEqualTo(0);
            }
        });
}
