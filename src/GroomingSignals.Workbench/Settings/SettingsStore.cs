using System.Globalization;
using System.Text;
using GroomingSignals.Evaluation.OperatingPoints.Policies;
using GroomingSignals.Policy;
using GroomingSignals.Workbench.Api;

namespace GroomingSignals.Workbench.Settings;

/// <summary>The policy that stands, the candidates that are tried, their analyzers, and the file that a save writes. Thread-safe.</summary>
internal sealed class SettingsStore
{
    private const int LongestReason = 2000;
    private const int LongestAuthor = 200;

    private readonly Lock _lock = new();
    private readonly WorkbenchOptions _options;
    private CandidateCache _candidates;
    private Candidate _saved;
    private (Candidate Candidate, RiskAnalyzer Analyzer) _latest;
    private bool _wrote;

    public SettingsStore(WorkbenchOptions options, RiskAnalyzer analyzer)
    {
        _options = options;
        BaseAnalyzer = analyzer;
        Proposed = analyzer.Classifier is null ? null : FusedScale.Proposed(analyzer.Policy, analyzer.Classifier);
        _saved = Settings.Candidate.Of(options.Policy, Proposed);
        _candidates = new CandidateCache(_saved, Proposed);
        _latest = (_saved, analyzer);
    }

    /// <summary>The analyzer under the policy that stood at the start.</summary>
    public RiskAnalyzer BaseAnalyzer { get; }

    /// <summary>The thresholds of the classifier; null without one.</summary>
    public Thresholds? Proposed { get; }

    /// <summary>The policy that stands: the last one that was saved, or the one at the start.</summary>
    public Candidate Saved
    {
        get
        {
            lock (_lock)
            {
                return _saved;
            }
        }
    }

    /// <exception cref="WorkbenchRefusal">The thresholds are not possible; the message says why.</exception>
    public Candidate Candidate(IReadOnlyDictionary<string, ThresholdPair>? changes)
    {
        lock (_lock)
        {
            return _candidates.Get(changes);
        }
    }

    /// <summary>The analyzer of a candidate. One is kept: people look at several conversations under the same settings.</summary>
    public RiskAnalyzer Analyzer(Candidate candidate)
    {
        lock (_lock)
        {
            if (!ReferenceEquals(_latest.Candidate, candidate))
            {
                _latest = (candidate, _options.Analyzer(candidate.Policy));
            }

            return _latest.Analyzer;
        }
    }

    /// <summary>Writes the settings as a policy, reads the file back, and takes that for the policy that stands.</summary>
    /// <exception cref="WorkbenchRefusal">There is no reason, the thresholds are not possible, or the file cannot be written.</exception>
    public SaveAnswer Save(SaveRequest request)
    {
        string reason = Checked(request.Reason, LongestReason, "A saved policy needs a reason: say what the change is for.");
        string? author = string.IsNullOrWhiteSpace(request.Author) ? null : Checked(request.Author, LongestAuthor, "");
        lock (_lock)
        {
            Candidate candidate = _candidates.Get(request.Thresholds);
            string when = _options.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            string id = string.Equals(candidate.Policy.Version.Id, "default", StringComparison.Ordinal) ? "workbench" : candidate.Policy.Version.Id;
            string version = Next(candidate.Policy.Version.Version);
            string who = author is null ? "" : $" by {author}";
            string from = $"{candidate.Policy.Version.Id} {candidate.Policy.Version.Version}";
            Write(PolicyYaml.Write(candidate.Policy, new PolicyHeader(id, version, $"{when}{who}: {reason}", [$"Saved by the workbench at {when}{who}, from {from}."])));
            RiskPolicy written = RiskPolicy.Load(_options.SaveTo);
            _saved = Settings.Candidate.Of(written, Proposed);
            _candidates = new CandidateCache(_saved, Proposed);
            return new SaveAnswer(_options.SaveTo, version, written.Version.Hash, Command());
        }
    }

    private static string Checked(string? text, int longest, string missing) => string.IsNullOrWhiteSpace(text)
        ? throw WorkbenchRefusal.Wrong(missing)
        : text.Trim() is var trimmed && trimmed.Length <= longest ? trimmed
        : throw WorkbenchRefusal.Wrong(string.Create(CultureInfo.InvariantCulture, $"At most {longest} characters, please."));

    private string Command() =>
        $"grooming-signals analyze {string.Join(' ', _options.Data)} --policy {_options.SaveTo} --min-severity review{(_options.Arguments.Length > 0 ? " " + _options.Arguments : "")}";

    /// <summary>Whole or not at all, and over no file that is somebody else's.</summary>
    private void Write(string yaml)
    {
        bool own = _wrote || (_options.PolicyFile is { } file && string.Equals(Path.GetFullPath(file), Path.GetFullPath(_options.SaveTo), StringComparison.Ordinal));
        if (File.Exists(_options.SaveTo) && !own)
        {
            throw new WorkbenchRefusal($"{_options.SaveTo} is there already and is not the policy that was opened. Start again with --save and another name.");
        }

        string beside = _options.SaveTo + ".part";
        try
        {
            File.WriteAllText(beside, yaml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, _options.SaveTo, overwrite: true);
            _wrote = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkbenchRefusal($"{_options.SaveTo} cannot be written.");
        }
    }

    /// <summary>One patch further.</summary>
    private static string Next(string version)
    {
        string[] parts = version.Split('-', '+')[0].Split('.');
        return parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out int patch)
            ? string.Create(CultureInfo.InvariantCulture, $"{parts[0]}.{parts[1]}.{patch + 1}")
            : "1.0.0";
    }
}
