using System.Collections.Immutable;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.OperatingPoints.Scoring;
using GroomingSignals.Policy;

namespace GroomingSignals.Workbench.Corpus;

/// <summary>A conversation of the corpus, read once: all that any thresholds need.</summary>
internal sealed class ScoredConversation
{
    /// <summary>The conversation with its text, which never leaves the process unless somebody reveals it.</summary>
    public required LabelledConversation Source { get; init; }

    /// <summary>The conversation as the planner sees it: numbers only.</summary>
    public required ScoredRow Row { get; init; }

    /// <summary>Where its pairs stood; none covers another.</summary>
    public required ImmutableArray<Standing> Standings { get; init; }

    /// <summary>Where it stands when no pair does: without evidence, at the baseline.</summary>
    public required Standing Silent { get; init; }

    /// <summary>The ids of the participants, by the indices of the standings.</summary>
    public required ImmutableArray<string> People { get; init; }

    /// <summary>The rules that found something, as indices of <see cref="LoadedCorpus.Rules"/>, shadow rules left out.</summary>
    public required ImmutableArray<ushort> Rules { get; init; }

    /// <summary>The tactics that were found, a bit each.</summary>
    public required int Tactics { get; init; }

    public string Id => Source.Conversation.Id!;
}
