using System.Collections.Immutable;
using GroomingSignals.Assessment;
using GroomingSignals.Policy;

namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>
/// Scored conversations as columns, one a gate: trying thresholds touches whole numbers only. Immutable and thread-safe. It holds no message text.
/// </summary>
internal sealed class ScoredCorpus
{
    /// <summary>The value of a gate at which nothing came: below any threshold.</summary>
    public const int Absent = int.MinValue;

    private readonly ScoredRow[] _rows;
    private readonly int[]?[] _columns;
    private readonly bool[] _cases;
    private readonly bool[] _negatives;
    private readonly GateRises?[] _rises = new GateRises?[Gate.Count];
    private readonly GateCurve?[] _curves = new GateCurve?[Gate.Count];

    public ScoredCorpus(ScoredRow[] rows, RiskAnalyzer analyzer, int synthetic)
        : this(rows, analyzer.Policy, analyzer.Versions, analyzer.Classifier is null ? null : FusedScale.Proposed(analyzer.Policy, analyzer.Classifier), synthetic)
    {
    }

    public ScoredCorpus(ScoredRow[] rows, RiskPolicy policy, VersionSet versions, Thresholds? proposed, int synthetic)
    {
        _rows = rows;
        Policy = policy;
        Versions = versions;
        Proposed = proposed;
        Synthetic = synthetic;
        Current = GateThresholds.Of(policy, proposed);
        _cases = Array.ConvertAll(rows, r => r.Label is true);
        Positives = _cases.Count(isCase => isCase);
        _negatives = Array.ConvertAll(rows, r => r.Label is false);
        Negatives = _negatives.Count(isNegative => isNegative);
        _columns = [.. Gate.All.Select(g => rows.Any(r => r.Rises[g.Index] is not null) ? Array.ConvertAll(rows, r => r.Rises[g.Index]?[^1].Micros ?? Absent) : null)];
    }

    /// <summary>The policy under which the conversations were scored.</summary>
    public RiskPolicy Policy { get; }

    public VersionSet Versions { get; }

    /// <summary>True when a classifier speaks: tracks are then tuned on the fused scale.</summary>
    public bool IsFused => Proposed is not null;

    /// <summary>The thresholds that the classifier proposes; null without one.</summary>
    public Thresholds? Proposed { get; }

    /// <summary>How many conversations were composed, not observed.</summary>
    public int Synthetic { get; }

    /// <summary>The thresholds of the policy, with those of the classifier where it states none.</summary>
    public GateThresholds Current { get; }

    public int Count => _rows.Length;

    /// <summary>How many are labelled as grooming.</summary>
    public int Positives { get; }

    /// <summary>How many are labelled as not.</summary>
    public int Negatives { get; }

    public ScoredRow Row(int row) => _rows[row];

    /// <summary>Some of the conversations, scored as they are.</summary>
    public ScoredCorpus Part(Func<int, bool> isIn) => new([.. _rows.Where((_, row) => isIn(row))], Policy, Versions, Proposed, Synthetic);

    /// <summary>The highest value that each conversation had at a gate, by row; null when nothing ever came there.</summary>
    public int[]? Column(Gate gate) => _columns[gate.Index];

    /// <summary>The gates of tracks that a policy can tune: those that raise risk, on the scale that decides.</summary>
    public ImmutableArray<Gate> TrackGates =>
        [.. Gate.All.Where(g => g.Track is { } track && g.IsFused == IsFused && Policy.Tracks[(int)track].Raises)];

    /// <summary>The gates of tactics.</summary>
    public static ImmutableArray<Gate> TacticGates { get; } = [.. Gate.All.Where(g => g.IsTactic)];

    /// <summary>The counts of a gate at every threshold; made once.</summary>
    public GateCurve Curve(Gate gate) => Volatile.Read(ref _curves[gate.Index]) ?? Interlocked.CompareExchange(ref _curves[gate.Index], new GateCurve(this, gate), null) ?? _curves[gate.Index]!;

    /// <summary>True for a conversation that is labelled as grooming.</summary>
    public bool IsCase(int row) => _cases[row];

    /// <summary>True for a conversation that is labelled as not grooming.</summary>
    public bool IsNegative(int row) => _negatives[row];

    /// <summary>For each row how many messages had been seen when it first reached a threshold of one gate; <see cref="GateRises.Never"/> where it did not.</summary>
    public int[] FirstAt(Gate gate, int micros) =>
        (Volatile.Read(ref _rises[gate.Index]) ?? Interlocked.CompareExchange(ref _rises[gate.Index], new GateRises(_rows, gate), null) ?? _rises[gate.Index]!).FirstAt(micros);

    /// <summary>For each row how many messages had been seen when the first of some thresholds let it into a queue; <see cref="GateRises.Never"/> where none did.</summary>
    public int[] Entered(GateThresholds thresholds, Severity severity)
    {
        int[] entered = new int[Count];
        Array.Fill(entered, GateRises.Never);
        foreach (Gate gate in Gate.All.Where(g => Column(g) is not null))
        {
            if (thresholds.Lowest(gate, severity) is { } threshold)
            {
                int[] first = FirstAt(gate, threshold);
                for (int row = 0; row < entered.Length; row++)
                {
                    entered[row] = Math.Min(entered[row], first[row]);
                }
            }
        }

        return entered;
    }

    /// <summary>How many messages had been seen when the first of some thresholds was reached; null when none was.</summary>
    public int? EnteredAt(int row, GateThresholds thresholds, Severity severity)
    {
        int? first = null;
        foreach (Gate gate in Gate.All)
        {
            if (_rows[row].Rises[gate.Index] is { } rises && thresholds.Lowest(gate, severity) is { } threshold && FirstAt(rises, threshold) is { } at && !(at >= first))
            {
                first = at;
            }
        }

        return first;
    }

    private static int? FirstAt(Rise[] rises, int micros)
    {
        foreach (Rise rise in rises)
        {
            if (rise.Micros >= micros)
            {
                return rise.Messages;
            }
        }

        return null;
    }
}
