using System.Collections.Immutable;
using System.Globalization;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>Runs tests of rules in the engine.</summary>
/// <param name="analyze">The engine: an analyzer with the packs that are tested.</param>
internal sealed class RuleTestRunner(Func<Conversation, RiskAssessment> analyze)
{
    /// <summary>Runs every test of a file, and every variant and delivery that it asks for.</summary>
    public ImmutableArray<RuleTestResult> Run(RuleTestFile file) => [.. file.Tests.SelectMany(Run)];

    /// <summary>Runs one test: plainly, then under each variant, then delivered twice.</summary>
    public IEnumerable<RuleTestResult> Run(RuleTest test)
    {
        yield return Result(test, "plain", Plain(test));
        foreach (var variant in test.Variants)
        {
            string name = RuleTestReader.Variants.Names[(int)variant];
            yield return Result(test, name, Under(test, variant));
        }

        if (test.DeliveredTwice)
        {
            yield return Result(test, "duplicate", Matched(test, [.. test.Messages.SelectMany(m => new[] { m, m })]));
        }
    }

    /// <summary>Why the plain run is not as the test says; null when it is.</summary>
    private string? Plain(RuleTest test)
    {
        var assessment = Analyze(test, test.Messages);
        return Matched(test, assessment)
            ?? Risk(test, assessment)
            ?? Spans(test, assessment)
            ?? FirstMatch(test);
    }

    private string? Under(RuleTest test, ObfuscationVariant variant)
    {
        ImmutableArray<Message> disguised = [.. test.Messages.Select(m => m with { Text = ObfuscationWriter.Write(variant, m.Text) })];
        return disguised.SequenceEqual(test.Messages)
            ? "the variant leaves every message as it is, so that it shows nothing"
            : Matched(test, disguised);
    }

    private static RuleTestResult Result(RuleTest test, string run, string? failure)
    {
        if (test.Expect is RuleTestExpectation.Match or RuleTestExpectation.NoMatch)
        {
            return new RuleTestResult(test, run, failure is null ? RuleTestOutcome.Pass : RuleTestOutcome.Fail, failure ?? "");
        }

        string now = test.Expect == RuleTestExpectation.TodoMatch ? "match" : "no-match";
        return failure is null
            ? new RuleTestResult(test, run, RuleTestOutcome.Fail, $"it holds now: write 'expect: {now}'")
            : new RuleTestResult(test, run, RuleTestOutcome.Todo, failure);
    }

    private string? Matched(RuleTest test, ImmutableArray<Message> messages) => Matched(test, Analyze(test, messages));

    private static string? Matched(RuleTest test, RiskAssessment assessment)
    {
        bool expected = test.Expect is RuleTestExpectation.Match or RuleTestExpectation.TodoMatch;
        bool matched = Evidence(test, assessment).Any();
        return matched == expected ? null
            : expected ? $"{test.RuleId} does not match from {test.From} towards {test.Towards}"
            : $"{test.RuleId} matches from {test.From} towards {test.Towards}";
    }

    private static string? Risk(RuleTest test, RiskAssessment assessment) =>
        assessment.Risk < test.RiskAtLeast
            ? string.Create(CultureInfo.InvariantCulture, $"the risk is {assessment.Risk:0.####}, below {test.RiskAtLeast}")
            : assessment.Risk > test.RiskAtMost
            ? string.Create(CultureInfo.InvariantCulture, $"the risk is {assessment.Risk:0.####}, above {test.RiskAtMost}")
            : null;

    private static string? Spans(RuleTest test, RiskAssessment assessment)
    {
        if (test.Spans is not { } expected)
        {
            return null;
        }

        var texts = test.Messages.ToDictionary(m => m.Id!, m => m.Text, StringComparer.Ordinal);
        ImmutableArray<string> selected =
        [
            .. Evidence(test, assessment).SelectMany(e => e.Anchors)
                .SelectMany(anchor => anchor.Spans.Select(span => texts[anchor.MessageId][span.Start..span.End])),
        ];
        if (selected.SequenceEqual(expected, StringComparer.Ordinal))
        {
            return null;
        }

        int same = selected.Zip(expected).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
        return string.Create(
            CultureInfo.InvariantCulture, $"the evidence selects {selected.Length} spans, {expected.Length} are expected, and number {same + 1} differs");
    }

    /// <summary>Found by running ever longer beginnings, since evidence may have anchors before the message that completed it.</summary>
    private string? FirstMatch(RuleTest test)
    {
        if (test.FirstMatch is not { } expected)
        {
            return null;
        }

        int first = 1;
        while (first < test.Messages.Length && !Evidence(test, Analyze(test, test.Messages[..first])).Any())
        {
            first++;
        }

        return first == expected
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"it first matches on message {first}, expected on {expected}");
    }

    private RiskAssessment Analyze(RuleTest test, ImmutableArray<Message> messages) =>
        analyze(new Conversation { Id = "test", Participants = test.Participants, Messages = messages });

    private static IEnumerable<EvidenceItem> Evidence(RuleTest test, RiskAssessment assessment) =>
        assessment.Evidence.Where(e =>
            string.Equals(e.RuleId, test.RuleId, StringComparison.Ordinal)
            && string.Equals(e.From, test.From, StringComparison.Ordinal)
            && string.Equals(e.Towards, test.Towards, StringComparison.Ordinal));
}
