using GroomingSignals.Workbench.Points;

namespace GroomingSignals.Workbench.Api;

/// <summary>What is known of the corpus and of the policy that stands.</summary>
internal sealed record CorpusAnswer
{
    /// <summary>The inputs, as they were named.</summary>
    public required string[] Inputs { get; init; }

    /// <summary>How many conversations there are.</summary>
    public required int Conversations { get; init; }

    /// <summary>How many are labelled as cases, and as not.</summary>
    public required int Positives { get; init; }

    /// <summary>How many are labelled as negatives.</summary>
    public required int Negatives { get; init; }

    /// <summary>True when some of it was composed: figures on it prove machinery only.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>What else a person must know before any figure: sentences, such as that the classifier learnt from this data.</summary>
    public required string[] Notices { get; init; }

    /// <summary>What could not be read.</summary>
    public required long Unread { get; init; }

    /// <summary>The first of it: file, line and reason.</summary>
    public required string[] Problems { get; init; }

    /// <summary><c>rules</c>, or <c>fused</c> with a classifier.</summary>
    public required string Scale { get; init; }

    /// <summary>The policy that stands: id and version.</summary>
    public required string Policy { get; init; }

    /// <summary>The tracks that can be tuned.</summary>
    public required TrackAnswer[] Tracks { get; init; }

    /// <summary>The tactics that were found, and how often.</summary>
    public required FacetAnswer[] Tactics { get; init; }

    /// <summary>The rules that found something, and how often.</summary>
    public required FacetAnswer[] Rules { get; init; }

    /// <summary>The platform that figures are translated to, unless the page says another.</summary>
    public required Workload Workload { get; init; }
}
