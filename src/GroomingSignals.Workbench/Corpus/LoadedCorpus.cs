using System.Collections.Immutable;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>The corpus, scored. Immutable.</summary>
internal sealed class LoadedCorpus
{
    /// <summary>The conversations, in the order of the inputs.</summary>
    public required ImmutableArray<ScoredConversation> Conversations { get; init; }

    /// <summary>The rules that the analyzer runs, by the index under which conversations name them.</summary>
    public required ImmutableArray<RuleName> Rules { get; init; }

    /// <summary>What could not be read, file, line and reason; the first of them.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>How many lines, rows or conversations could not be read.</summary>
    public required long Unread { get; init; }

    /// <summary>True when some of it says that it was composed.</summary>
    public required bool HasSynthetic { get; init; }
}
