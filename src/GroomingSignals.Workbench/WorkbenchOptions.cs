using GroomingSignals.Data;
using GroomingSignals.Policy;
using GroomingSignals.Workbench.Points;
using GroomingSignals.Workbench.Wellness;

namespace GroomingSignals.Workbench;

/// <summary>What a workbench is opened on.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>Conversations as JSON Lines or CSV, plain or gzip, labelled or not; ids are unique over all.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Makes an analyzer under a policy; called again for every policy that the page tries. Rules and classifier are always the same.</summary>
    public required Func<RiskPolicy, RiskAnalyzer> Analyzer { get; init; }

    /// <summary>The policy that stands: what candidates are held against.</summary>
    public RiskPolicy Policy { get; init; } = RiskPolicy.Default;

    /// <summary>The file of <see cref="Policy"/>; null for the built-in one.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>Where a policy is saved. A file that is there already is replaced only when it is <see cref="PolicyFile"/> or was saved by this workbench.</summary>
    public string SaveTo { get; init; } = "workbench-policy.yaml";

    /// <summary>The platform that figures are translated to, to begin with.</summary>
    public Workload Workload { get; init; } = Workload.Default;

    /// <summary>When a break is due, and what the page says then.</summary>
    public WellnessSettings Wellness { get; init; } = WellnessSettings.Default;

    /// <summary>
    /// What a person must know of these conversations under these settings, such as that the classifier learnt from them; sentences that the page shows on every
    /// view. Asked once, with the conversations in the order of the data, when they are scored. Null for nothing.
    /// </summary>
    public Func<IReadOnlyList<LabelledConversation>, IReadOnlyList<string>>? Notices { get; init; }

    /// <summary>The port on loopback; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>How many threads score.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The clock, for what a saved policy says of when.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The rest of the command line that opened it, such as <c>--rules my-pack.yaml</c>, for the command that the page shows after a save.</summary>
    public string Arguments { get; init; } = "";
}
