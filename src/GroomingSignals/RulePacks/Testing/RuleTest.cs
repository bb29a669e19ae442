using System.Collections.Immutable;
using GroomingSignals.Conversations;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Testing;

/// <summary>One test of one rule.</summary>
internal sealed record RuleTest
{
    public required string RuleId { get; init; }

    public required string Name { get; init; }

    public required RuleTestKind Kind { get; init; }

    public required RuleTestExpectation Expect { get; init; }

    /// <summary>Whose match is expected.</summary>
    public required string From { get; init; }

    /// <summary>Towards whom.</summary>
    public required string Towards { get; init; }

    /// <summary>Those who take part: the pair, whoever sends, and whom the test itself lists.</summary>
    public required ImmutableArray<Participant> Participants { get; init; }

    /// <summary>The messages, each with an id.</summary>
    public required ImmutableArray<Message> Messages { get; init; }

    /// <summary>The texts that the evidence selects, in order; null when not asked.</summary>
    public ImmutableArray<string>? Spans { get; init; }

    public double? RiskAtLeast { get; init; }

    public double? RiskAtMost { get; init; }

    /// <summary>The message, counted from 1, on which the rule first matches; null when not asked.</summary>
    public int? FirstMatch { get; init; }

    /// <summary>Under which obfuscations the test runs again.</summary>
    public ImmutableArray<ObfuscationVariant> Variants { get; init; } = [];

    /// <summary>Whether it runs again with every message delivered twice.</summary>
    public bool DeliveredTwice { get; init; }

    public required SourcePosition Position { get; init; }
}
