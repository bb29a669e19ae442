using GroomingSignals.Conversations;
using GroomingSignals.Features;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Text.NGrams;
using GroomingSignals.Tracking;

namespace GroomingSignals;

/// <summary>Folds conversations as an analyzer does and gives the features as training needs them. Immutable and thread-safe.</summary>
internal sealed class FeatureCollector
{
    private readonly RiskAnalyzer _analyzer;
    private readonly FeatureSetup _setup;
    private readonly int _baseline;

    /// <summary>Prepares the collection.</summary>
    /// <param name="packs">The packs; what is built in is among them only when it is given.</param>
    /// <param name="policy">The policy, which has a say in <see cref="FeatureRow.RulesMicros"/> alone.</param>
    /// <param name="text">The weights of n-grams; null when there are none.</param>
    /// <exception cref="RulePackException">The packs do not go together.</exception>
    public FeatureCollector(IReadOnlyList<RulePack> packs, RiskPolicy policy, NGramTable? text)
    {
        var rules = RuleSetBinder.Bind(packs);
        _setup = new FeatureSetup(rules, text, policy.StateBytes, 0);
        _baseline = policy.Scoring.Baseline;

        // Overrides expire by the day, and what is learnt may not depend on the day: with the first day they all apply.
        _analyzer = new RiskAnalyzer(rules, policy, DateOnly.MinValue, _setup);
    }

    /// <summary>The row of a whole conversation.</summary>
    /// <param name="conversation">The conversation.</param>
    public FeatureRow Collect(Conversation conversation)
    {
        var state = Start(conversation);
        foreach (var message in conversation.Messages)
        {
            _analyzer.Append(state, message);
        }

        return Row(state);
    }

    /// <summary>A row after each message: what a stream would have seen.</summary>
    /// <param name="conversation">The conversation.</param>
    public IEnumerable<FeatureRow> CollectEach(Conversation conversation)
    {
        var state = Start(conversation);
        foreach (var message in conversation.Messages)
        {
            _analyzer.Append(state, message);
            yield return Row(state);
        }
    }

    private ConversationState Start(Conversation conversation) => _analyzer.Start(conversation.Id, conversation.Participants);

    private FeatureRow Row(ConversationState state)
    {
        var features = state.Features!;
        float[] vector = new float[FeatureSchema.Count];
        _setup.Writer.Write(state, FeatureWriter.FocusOf(features), vector);
        int rules = PeakKeeper.Headline(state) is { } headline ? headline.PeakRaw - _baseline : 0;
        return new FeatureRow(vector, _setup.Writer.TextScore(features), rules);
    }
}
