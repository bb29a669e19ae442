using System.Collections.Immutable;
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
    private string? _file;

    public SettingsStore(WorkbenchOptions options, RiskAnalyzer analyzer)
    {
        _options = options;
        _file = options.PolicyFile;
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

    /// <summary>Holds the policy that stands against its file, and against the file that a save would write.</summary>
    public PolicyStanding Standing()
    {
        lock (_lock)
        {
            return StandingOf();
        }
    }

    /// <summary>Writes the settings as a policy, reads the file back, and takes that for the policy that stands.</summary>
    /// <exception cref="WorkbenchRefusal">There is no reason, the thresholds are not possible, or the file cannot be written.</exception>
    /// <param name="request">What to save.</param>
    /// <param name="record">Says where the thresholds came from: the policy that stood, the new one, and the first line.</param>
    public SaveAnswer Save(SaveRequest request, Func<Candidate, Candidate, string, ImmutableArray<string>> record)
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
            Write(PolicyYaml.Write(candidate.Policy, new PolicyHeader(id, version, $"{when}{who}: {reason}", record(_saved, candidate, $"Saved by the workbench at {when}{who}, from {from}: {Opened()}"))));
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

    /// <summary>The command line that opened it.</summary>
    private string Opened() =>
        $"grooming-signals workbench {string.Join(' ', _options.Data.Select(d => "--data " + d))}{(_options.Arguments.Length > 0 ? " " + _options.Arguments : "")}";

    private PolicyStanding StandingOf()
    {
        string to = _options.SaveTo;
        if (!IsOwn(to) && File.Exists(to))
        {
            return new PolicyStanding(
                PolicyStanding.IsOccupied, to,
                $"Nothing can be saved: {to} is there already and is not the policy that was opened, perhaps the work of another session. Open it to go on from it, or start again with --save and another name.");
        }

        return _file is { } file && File.Exists(file) && PolicyFileHash.Of(file) is var hash && !string.Equals(hash, _saved.Policy.Version.Hash, StringComparison.Ordinal)
            ? new PolicyStanding(
                PolicyStanding.IsChanged, file,
                $"{file} was changed after it was opened here, by another session or an editor{(IsOwn(to) ? ": nothing can be saved over it" : "")}. Open it again to go on from what it says now; thresholds that were moved here and not saved are then as it has them.")
            : PolicyStanding.Same;
    }

    private bool IsOwn(string path) => _file is { } file && string.Equals(Path.GetFullPath(file), Path.GetFullPath(path), StringComparison.Ordinal);

    /// <summary>Whole or not at all, and over no file that is somebody else's.</summary>
    private void Write(string yaml)
    {
        if (StandingOf() is { Detail: { } detail, File: { } standing } && string.Equals(Path.GetFullPath(standing), Path.GetFullPath(_options.SaveTo), StringComparison.Ordinal))
        {
            throw new WorkbenchRefusal(detail);
        }

        string beside = _options.SaveTo + ".part";
        try
        {
            File.WriteAllText(beside, yaml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(beside, _options.SaveTo, overwrite: true);
            _file = _options.SaveTo;
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
