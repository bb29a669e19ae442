using System.Collections.Immutable;
using GroomingSignals.Conversations;

namespace GroomingSignals.Assessment;

/// <summary>One match of one rule: who said it towards whom, where it stands, and what it added to the score.</summary>
public sealed record EvidenceItem
{
    /// <summary>The stable id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>The tactic of the rule.</summary>
    public required Tactic Tactic { get; init; }

    /// <summary>The subtype of the tactic.</summary>
    public required string Subtype { get; init; }

    /// <summary>The id of the participant who said it.</summary>
    public required string From { get; init; }

    /// <summary>The id of the participant it was said towards.</summary>
    public required string Towards { get; init; }

    /// <summary>Where it stands; more than one anchor when several messages make the evidence, such as two claims of age. Empty when <see cref="Earlier"/> is above 0.</summary>
    public required ImmutableArray<EvidenceAnchor> Anchors { get; init; }

    /// <summary>The view of the text in which the cue was found.</summary>
    public TextView View { get; init; }

    /// <summary>What the utterance did with the words.</summary>
    public DiscourseRole Role { get; init; }

    /// <summary>What it added to the peak score, in log-odds, exact to a millionth; 0 after the peak, at a rule's cap, and for a rule that is not scored.</summary>
    public decimal Contribution { get; init; }

    /// <summary>Above 0: this line stands for so many earlier items whose places were evicted from the state; their points are in <see cref="Contribution"/>.</summary>
    public int Earlier { get; init; }

    /// <summary>True when the rule runs in shadow mode: counted, never scored.</summary>
    public bool Shadow { get; init; }

    /// <summary>One sentence from the rule, without message text.</summary>
    public required string Explanation { get; init; }
}
