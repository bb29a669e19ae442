using System.Collections.Immutable;
using System.Reflection;
using GroomingSignals.Assessment;
using GroomingSignals.Conversations;
using GroomingSignals.Features;
using GroomingSignals.Matching;
using GroomingSignals.Participants;
using GroomingSignals.Policy;
using GroomingSignals.Rules;
using GroomingSignals.Scoring.Classifier;
using GroomingSignals.Tracking;

namespace GroomingSignals;

/// <summary>
/// Reads conversations, folds them into small states without text, and assesses these. Immutable and thread-safe: build one and keep it.
/// A whole conversation, a stream of messages and a state that is resumed all take the same path and give the same result.
/// </summary>
public sealed class RiskAnalyzer
{
    private readonly ConversationFold _fold;
    private readonly AssessmentBuilder _assessor;
    private readonly Lazy<ParticipantAssessor> _participants;
    private readonly FeatureSetup? _features;
    private readonly RiskClassifier? _classifier;

    internal RiskAnalyzer(RuleSet rules, RiskPolicy policy, DateOnly today, FeatureSetup? features = null, RiskClassifier? classifier = null)
    {
        RuleSet = rules;
        Policy = policy;
        _classifier = classifier;
        _features = classifier is null ? features : new FeatureSetup(rules, classifier.Parts.Text, policy.StateBytes, classifier.Tag);
        var fused = classifier is null ? null : new FusedScorer(classifier, _features!, policy.Scoring);
        var judge = new SeverityJudge(policy, FusedScale.Proposed(policy, classifier));
        Index = new RuleIndex(rules, RuleOverrides.Apply(rules.Rules, policy, today, out var expired));
        _fold = new ConversationFold(Reader(_features), Index, policy, new PeakKeeper(Index, policy, judge, _features, fused), _features);
        Versions = new VersionSet(EngineVersion, Taxonomy.Version, rules.Packs, policy.Version, classifier?.Identity);
        _participants = new(() => new ParticipantAssessor(Index, policy.Participants, Versions));
        _assessor = new AssessmentBuilder(Index, policy, judge, _fold.Peaks, Versions, expired, fused, classifier is null ? null : new ClassifierTrust(classifier, rules, policy, today));
    }

    /// <summary>Engine, taxonomy, packs and policy: everything that is needed to replay a result.</summary>
    public VersionSet Versions { get; }

    internal RuleSet RuleSet { get; }

    internal RiskPolicy Policy { get; }

    /// <summary>The classifier; null without one.</summary>
    internal RiskClassifier? Classifier => _classifier;

    /// <summary>What scores pairs: whoever plans thresholds needs the scores, not only the severities that the present ones make of them.</summary>
    internal PeakKeeper Peaks => _fold.Peaks;

    /// <summary>The rules that run, after the overrides of the policy.</summary>
    internal RuleIndex Index { get; }

    private static string EngineVersion { get; } =
        typeof(RiskAnalyzer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Why a rule fired in a conversation, or did not: message by message, condition by condition.</summary>
    internal RuleTrace Trace(Conversation conversation, string ruleId) => RuleTracer.Trace(this, conversation, ruleId);

    /// <summary>An analyzer with the built-in English pack and the default policy.</summary>
    public static RiskAnalyzer CreateDefault() => new RiskAnalyzerBuilder().Build();

    /// <summary>Analyses a whole conversation.</summary>
    /// <param name="conversation">The conversation. No messages are fine: the assessment is then at the baseline.</param>
    /// <returns>The assessment; it holds no message text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conversation"/> or something in it is null.</exception>
    /// <exception cref="ArgumentException">An id is empty or longer than 256 UTF-16 code units, a participant is listed twice, or two messages near each other have one id and different content.</exception>
    public RiskAssessment Analyze(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var state = Start(conversation.Id, conversation.Participants);
        foreach (var message in conversation.Messages)
        {
            Append(state, message);
        }

        return Assess(state);
    }

    /// <summary>Starts the state of a conversation, for messages that come one by one.</summary>
    /// <param name="conversationId">The id, at most 256 UTF-16 code units; null when there is none.</param>
    /// <param name="participants">The participants that are known; null when none are.</param>
    /// <exception cref="ArgumentException">An id is empty or longer than 256 UTF-16 code units, or a participant is listed twice.</exception>
    public ConversationState Start(string? conversationId = null, IEnumerable<Participant>? participants = null)
    {
        if (conversationId is not null)
        {
            Check(conversationId, "conversation", nameof(conversationId));
        }

        var state = new ConversationState { ConversationId = conversationId, BoundTo = Index, Features = _features?.Begin() };
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var participant in participants ?? [])
        {
            Check(participant, nameof(participants));
            if (!listed.Add(participant.Id))
            {
                throw new ArgumentException($"The participant '{participant.Id}' is listed twice.", nameof(participants));
            }

            Listing.Add(state, participant, Policy.StateBytes);
        }

        return state;
    }

    /// <summary>
    /// Lists participants who become known after the start. Who was listed before stays as they are; who has only spoken so far, or was assumed to listen, gets
    /// what is stated now, and an age that was left open is filled in. What was said already is weighed anew, so that the severity can rise: it then
    /// stands in <see cref="Assess(ConversationState)"/> and in the next <see cref="AppendResult.Severity"/>, whose <see cref="AppendResult.SeverityRose"/> tells of its message alone.
    /// </summary>
    /// <param name="state">The state; one caller at a time.</param>
    /// <param name="participants">The participants, those known before included or not.</param>
    /// <exception cref="ArgumentNullException">An argument, or something in it, is null.</exception>
    /// <exception cref="ArgumentException">An id is empty or longer than 256 UTF-16 code units.</exception>
    public void Join(ConversationState state, IEnumerable<Participant> participants)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(participants);
        foreach (var participant in participants)
        {
            Check(participant, nameof(participants));
            int changed = Listing.Add(state, participant, Policy.StateBytes);
            if (changed >= 0 && state.MessageCount > 0)
            {
                // Who somebody is changes what was said already: nothing waits for the next message.
                _fold.Peaks.Bind(state);
                state.Features?.Forget();
                _fold.Peaks.Update(state, changed, state.MessageCount - 1);
            }
        }
    }

    /// <summary>Reads one message and folds it into a state. The cost does not depend on how many came before.</summary>
    /// <param name="state">The state; one caller at a time.</param>
    /// <param name="message">The message, in order of arrival.</param>
    /// <exception cref="ArgumentNullException">An argument, or the text of the message, is null.</exception>
    /// <exception cref="ArgumentException">The sender or the message id is empty or longer than 256 UTF-16 code units, or the id was seen among the last 32 messages with other content.</exception>
    public AppendResult Append(ConversationState state, Message message)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(message.Text, nameof(message));
        Check(message.Sender, "sender", nameof(message));
        if (message.Id is not null)
        {
            Check(message.Id, "message", nameof(message));
        }

        _fold.Peaks.Bind(state);
        return _fold.Append(state, message);
    }

    /// <summary>Makes the result of a state. It does not change what later messages do.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public RiskAssessment Assess(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _fold.Peaks.Bind(state);
        return _assessor.Build(state);
    }

    /// <summary>Makes the result of one participant over many conversations. It does not change the state.</summary>
    /// <param name="state">The state.</param>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public ParticipantAssessment Assess(ParticipantState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return _participants.Value.Build(state);
    }

    /// <summary>Explains what the classifier's forest said at the peak of the headline, exactly and at leisure. It does not change the state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>Null when no classifier was heard at the peak, or when another pack has moved the headline to a pair whose features were not kept.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="state"/> is null.</exception>
    public ClassifierExplanation? ExplainFeatures(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _fold.Peaks.Bind(state);
        return _assessor.Explain(state);
    }

    /// <summary>Says which words and characters moved the classifier: the messages with the highest text scores, and their n-grams with spans.</summary>
    /// <param name="conversation">The conversation, with its text: states hold none.</param>
    /// <param name="messages">How many messages at most.</param>
    /// <returns>Empty without a classifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conversation"/> or something in it is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="messages"/> is below 0.</exception>
    public ImmutableArray<MessageTextScore> ExplainText(Conversation conversation, int messages = 5)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentOutOfRangeException.ThrowIfNegative(messages);
        return _classifier is null ? [] : new TextExplainer(_classifier.Parts.Text, Policy.MessageCharacters).Explain(conversation, messages);
    }

    /// <summary>Takes up a state from its snapshot, also one that another pack, policy or classifier made: rules that have vanished are dropped and stated, and a classifier that has not heard the conversation from its beginning stays silent.</summary>
    /// <param name="snapshot">What <see cref="ConversationState.ToSnapshot"/> wrote.</param>
    /// <exception cref="InvalidDataException">The snapshot is damaged, or of another version.</exception>
    public ConversationState Resume(ReadOnlySpan<byte> snapshot)
    {
        var state = Snapshot.Read(snapshot);
        _fold.Peaks.Bind(state);
        return state;
    }

    /// <summary>A reader such as this analyzer's own: for measuring what it takes.</summary>
    internal MessageReader NewReader() => Reader(_features);

    /// <summary>Features are made of all cues of the packs, whatever a policy says of the rules; rules only need the cues that wake them.</summary>
    private MessageReader Reader(FeatureSetup? features)
    {
        if (features is null)
        {
            return new MessageReader(RuleSet.Cues, Index.Relevance(), Index.PatternNeeds());
        }

        var ofRules = Index.Relevance();
        var relevance = Relevance.Of(features.Readings.Decisive().Select((ofFeatures, cue) => ofFeatures || ofRules.RankOf(cue) > LiteralRank.Context));
        return new MessageReader(RuleSet.Cues, relevance, new RuleIndex(RuleSet, RuleSet.Rules).PatternNeeds()) { Measure = features.Measure };
    }

    private static void Check(Participant participant, string parameter)
    {
        ArgumentNullException.ThrowIfNull(participant, parameter);
        Check(participant.Id, "participant", parameter);
    }

    private static void Check(string id, string what, string parameter)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        if (id.Length == 0)
        {
            throw new ArgumentException($"The {what} id is empty.", parameter);
        }

        if (id.Length > Room.IdLength)
        {
            throw new ArgumentException($"The {what} id is longer than {Room.IdLength} UTF-16 code units.", parameter);
        }
    }
}
