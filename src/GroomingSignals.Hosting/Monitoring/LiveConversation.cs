using GroomingSignals.Assessment;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Participants;
using GroomingSignals.Tracking;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>A conversation that is ready for its next message: the state, and what is stored beside it. It never outlives a failed commit.</summary>
internal sealed class LiveConversation(ConversationKey key, RiskAnalyzer analyzer, ConversationState state, StoredConversation? stored)
{
    public ConversationKey Key { get; } = key;

    /// <summary>The analyzer that the state is bound to; another one resumes from the snapshot.</summary>
    public RiskAnalyzer Analyzer { get; } = analyzer;

    public ConversationState State { get; } = state;

    /// <summary>The version that is committed; 0 when there is none.</summary>
    public long Version { get; set; } = stored?.Version ?? 0;

    public Severity Alerted { get; set; } = stored?.AlertedSeverity ?? Severity.None;

    public long? LastSequence { get; set; } = stored?.LastSequence;

    public int LateMessages { get; set; } = stored?.LateMessages ?? 0;

    /// <summary>What was last seen of the state, so that only what is new is counted.</summary>
    public Telemetry.StateTally Tally { get; } = new();

    /// <summary>The last acknowledged figures, for a message that changes nothing.</summary>
    public AppendResult? Last { get; set; }

    /// <summary>What the records of participants were last made of.</summary>
    public ContactBasis Contacts { get; } = new();

    /// <summary>The records of participants that were last written.</summary>
    public List<ParticipantRecord> Records { get; } = [];
}
