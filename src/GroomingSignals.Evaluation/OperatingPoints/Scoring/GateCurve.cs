namespace GroomingSignals.Evaluation.OperatingPoints.Scoring;

/// <summary>The labelled conversations that a gate lets in at every threshold: scores sorted once, counts added up, so that a threshold is one search.</summary>
internal sealed class GateCurve
{
    private readonly int[] _values;
    private readonly int[] _found;
    private readonly int[] _wrong;
    private readonly int[] _ownFound;

    public GateCurve(ScoredCorpus corpus, Gate gate)
    {
        Gate = gate;
        Positives = corpus.Positives;
        Negatives = corpus.Negatives;
        int[]? column = corpus.Column(gate);
        int[] rows = column is null ? [] : [.. Enumerable.Range(0, corpus.Count).Where(i => corpus.Row(i).Label is not null && column[i] != ScoredCorpus.Absent)];
        bool IsOwn(int row) => gate.IsTactic ? column![row] != ScoredCorpus.Absent : corpus.Row(row).Track == gate.Track;
        OwnPositives = gate.IsTactic
            ? rows.Count(i => corpus.Row(i).Label is true)
            : Enumerable.Range(0, corpus.Count).Count(i => corpus.Row(i).Label is true && corpus.Row(i).Track == gate.Track);
        OwnNegatives = gate.IsTactic
            ? rows.Count(i => corpus.Row(i).Label is false)
            : Enumerable.Range(0, corpus.Count).Count(i => corpus.Row(i).Label is false && corpus.Row(i).Track == gate.Track);
        int[] keys = Array.ConvertAll(rows, i => column![i]);
        Array.Sort(keys, rows);
        Array.Reverse(keys);
        Array.Reverse(rows);
        List<int> values = [];
        List<int> found = [];
        List<int> wrong = [];
        List<int> own = [];
        (int f, int w, int o) = (0, 0, 0);
        for (int rank = 0; rank < rows.Length; rank++)
        {
            bool isCase = corpus.Row(rows[rank]).Label is true;
            f += isCase ? 1 : 0;
            w += isCase ? 0 : 1;
            o += isCase && IsOwn(rows[rank]) ? 1 : 0;
            if (rank + 1 == rows.Length || keys[rank + 1] != keys[rank])
            {
                values.Add(keys[rank]);
                found.Add(f);
                wrong.Add(w);
                own.Add(o);
            }
        }

        (_values, _found, _wrong, _ownFound) = ([.. values], [.. found], [.. wrong], [.. own]);
    }

    public Gate Gate { get; }

    /// <summary>All cases of the corpus, those of other tracks included: rates are shares of these.</summary>
    public int Positives { get; }

    public int Negatives { get; }

    /// <summary>Cases of the gate's own track, or in which its tactic was found.</summary>
    public int OwnPositives { get; }

    public int OwnNegatives { get; }

    /// <summary>How many different values there are; each is a threshold.</summary>
    public int Steps => _values.Length;

    /// <summary>The counts at the threshold that is the value of a step, the highest first.</summary>
    public GateCounts Step(int step) => new(_values[step], _found[step], _wrong[step], _ownFound[step]);

    /// <summary>The counts at any threshold.</summary>
    public GateCounts At(int micros)
    {
        int step = StepOf(micros);
        return step < 0 ? new GateCounts(micros, 0, 0, 0) : Step(step) with { Micros = micros };
    }

    /// <summary>The last step whose value reaches a threshold; -1 when none does.</summary>
    public int StepOf(int micros)
    {
        int low = 0;
        int high = _values.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_values[middle] >= micros)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }

    /// <summary>The highest threshold that finds so many of the gate's own cases; null when no threshold does.</summary>
    public int? ThresholdFor(int ownCases)
    {
        int at = Array.BinarySearch(_ownFound, ownCases);
        int step = at < 0 ? ~at : at;
        while (step > 0 && step < _ownFound.Length && _ownFound[step - 1] >= ownCases)
        {
            step--;
        }

        return ownCases <= 0 || step >= _values.Length ? null : Rounded(step);
    }

    /// <summary>A threshold with few digits that lets in exactly what the value of a step does.</summary>
    public int Rounded(int step) => RoundThreshold.Between(step + 1 < _values.Length ? _values[step + 1] : int.MinValue, _values[step]);
}
