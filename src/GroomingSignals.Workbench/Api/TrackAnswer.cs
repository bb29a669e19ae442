namespace GroomingSignals.Workbench.Api;

/// <summary>A track that can be tuned.</summary>
/// <param name="Name">As policies write it.</param>
/// <param name="Title">As a heading says it.</param>
/// <param name="Low">The saved threshold of <c>low</c>, which goes down with <paramref name="Review"/>; null where there is none.</param>
/// <param name="Review">The saved threshold of <c>review</c>; null where there is none.</param>
/// <param name="Urgent">The saved threshold of <c>urgent</c>; null where there is none.</param>
/// <param name="Conversations">How many conversations have a score on it: what its lowest threshold would bring.</param>
/// <param name="Cases">How many labelled cases are its own: those in which no pair stands on a track that protects more.</param>
internal sealed record TrackAnswer(string Name, string Title, double? Low, double? Review, double? Urgent, int Conversations, int Cases);
