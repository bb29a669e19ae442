namespace GroomingSignals.Policy;

/// <summary>The numbers of the ledger of one participant over many conversations, in millionths of log-odds unless said otherwise.</summary>
internal sealed record ParticipantPolicy
{
    public Thresholds Thresholds { get; init; } = new(0.30, 0.60, 0.85);

    /// <summary>A participant without evidence.</summary>
    public int Baseline { get; init; } = -3_000_000;

    /// <summary>How many different possible minors with evidence <c>review</c> and <c>urgent</c> need.</summary>
    public int MinimumReached { get; init; } = 2;

    /// <summary>Possible minors towards whom rules matched.</summary>
    public CountPoints Reached { get; init; } = new(2, 600_000, 3_000_000);

    /// <summary>Possible minors towards whom the same rule matched; the cap holds for all rules together.</summary>
    public CountPoints Repetition { get; init; } = new(2, 400_000, 2_400_000);

    /// <summary>Possible minors towards whom the same two or more rules matched.</summary>
    public CountPoints Pattern { get; init; } = new(2, 500_000, 2_000_000);

    /// <summary>Possible minors who were written to at all.</summary>
    public CountPoints Contacts { get; init; } = new(5, 100_000, 1_000_000);

    /// <summary>Possible minors who were first written to within one window.</summary>
    public CountPoints FirstContacts { get; init; } = new(5, 150_000, 1_000_000);

    public TimeSpan FirstContactWindow { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Added when some conversation takes the participant for an adult.</summary>
    public int Adult { get; init; } = 300_000;

    /// <summary>Added when every conversation takes the participant for a minor.</summary>
    public int Minor { get; init; } = -1_500_000;
}
