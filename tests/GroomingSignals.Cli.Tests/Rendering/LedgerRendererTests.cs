using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Tests.Rendering;

public sealed class LedgerRendererTests
{
    [Fact]
    public void Lines_that_are_too_small_to_read_are_one_line_with_their_exact_sum()
    {
        string[][] lines = Lines(
            new Contribution("GS-SEC-001", 1.4m), new Contribution("a", 0.000999m), new Contribution("b", -0.0001m),
            new Contribution("classifier.text", 0.001m), new Contribution("c", 0m), new Contribution("d", -0.001m));

        lines.Select(l => string.Join(' ', l.TakeWhile(w => !w.Contains('.', StringComparison.Ordinal) || !(w[0] is '+' or '-')))).Should().Equal(
            "baseline", "GS-SEC-001", "classifier.text", "d", "3 smaller lines", "raw score");
        decimal[] values = [.. lines.Select(l => decimal.Parse(l.First(w => w[0] is '+' or '-'), CultureInfo.InvariantCulture))];
        values[4].Should().Be(0.000899m);
        values[..^1].Sum().Should().Be(values[^1]);
    }

    [Fact]
    public void A_single_small_line_keeps_its_name() =>
        Lines(new Contribution("GS-SEC-001", 1.4m), new Contribution("rounding", 0.000001m)).Select(l => l[0]).Should().Equal("baseline", "GS-SEC-001", "rounding", "raw");

    /// <summary>The words of each line of the ledger.</summary>
    private static string[][] Lines(params Contribution[] contributions)
    {
        Sheet sheet = new(100);
        LedgerRenderer.Render(sheet, Samples.Quiet with { Contributions = [.. contributions], RawScore = -3m + contributions.Sum(c => c.Value) });
        return [.. Plain.Text(sheet).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }
}
