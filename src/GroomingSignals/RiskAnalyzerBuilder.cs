using GroomingSignals.Policy;
using GroomingSignals.RulePacks;
using GroomingSignals.Scoring.Classifier;

namespace GroomingSignals;

/// <summary>Builds a <see cref="RiskAnalyzer"/>. Without further calls: the built-in English pack and the default policy.</summary>
public sealed class RiskAnalyzerBuilder
{
    private readonly List<RulePack> _packs = [];
    private bool _builtIn = true;
    private RiskPolicy _policy = RiskPolicy.Default;
    private RiskClassifier? _classifier;
    private TimeProvider _time = TimeProvider.System;

    /// <summary>Adds a pack. One with the id of another, the built-in included, takes its place.</summary>
    /// <param name="pack">The pack.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pack"/> is null.</exception>
    public RiskAnalyzerBuilder AddRulePack(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        int same = _packs.FindIndex(p => string.Equals(p.Id, pack.Id, StringComparison.Ordinal));
        if (same >= 0)
        {
            _packs[same] = pack;
        }
        else
        {
            _packs.Add(pack);
        }

        return this;
    }

    /// <summary>Loads a pack, a file or a folder of files, and adds it.</summary>
    /// <param name="path">The file or folder.</param>
    /// <exception cref="RulePackException">The pack has problems, all of which are listed.</exception>
    public RiskAnalyzerBuilder AddRulePack(string path) => AddRulePack(RulePack.Load(path));

    /// <summary>Leaves the built-in pack out.</summary>
    public RiskAnalyzerBuilder WithoutBuiltInRulePack()
    {
        _builtIn = false;
        return this;
    }

    /// <summary>Uses a policy instead of the default one.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public RiskAnalyzerBuilder UsePolicy(RiskPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
        return this;
    }

    /// <summary>Uses a classifier beside the rules: scores are then on the fused scale, with thresholds of its own.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <exception cref="ArgumentNullException"><paramref name="classifier"/> is null.</exception>
    public RiskAnalyzerBuilder UseClassifier(RiskClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        return this;
    }

    /// <summary>Uses another clock. Only the expiry of overrides asks for the day.</summary>
    /// <param name="time">The clock.</param>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is null.</exception>
    public RiskAnalyzerBuilder UseTimeProvider(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        return this;
    }

    /// <summary>Builds the analyzer. The builder can go on and build others.</summary>
    /// <exception cref="RulePackException">The packs do not go together; all problems are listed.</exception>
    /// <exception cref="InvalidOperationException">The policy and the classifier do not go together; the message says what to change.</exception>
    public RiskAnalyzer Build()
    {
        var packs = new List<RulePack>(_packs);
        if (_builtIn && !packs.Exists(p => string.Equals(p.Id, RulePack.BuiltInId, StringComparison.Ordinal)))
        {
            packs.Insert(0, RulePack.BuiltIn);
        }

        return new RiskAnalyzer(RuleSetBinder.Bind(packs), _policy, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime), classifier: _classifier);
    }
}
