namespace ModerationService.Problems;

/// <summary>A request that cannot be served, with what to answer.</summary>
internal sealed class RequestException(Problem problem) : Exception(problem.Title)
{
    public Problem Problem { get; } = problem;
}
