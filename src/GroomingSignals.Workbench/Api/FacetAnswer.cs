namespace GroomingSignals.Workbench.Api;

/// <summary>Something to filter by.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Count">In how many conversations it was found.</param>
internal sealed record FacetAnswer(string Id, string Title, int Count);
