using System.Collections.Immutable;

namespace GroomingSignals.Hosting.Reloading;

/// <summary>Packs, policy and model could not be loaded together.</summary>
/// <param name="problems">Each with its file, place and stable id, without what the file says.</param>
/// <param name="details">Each in full, for whoever starts the host.</param>
internal sealed class AnalyzerLoadException(ImmutableArray<string> problems, ImmutableArray<string> details)
    : Exception("Packs, policy and model cannot be used: " + string.Join("; ", problems))
{
    public ImmutableArray<string> Problems { get; } = problems;

    public ImmutableArray<string> Details { get; } = details;
}
