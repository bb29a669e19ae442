namespace GroomingSignals.Workbench.Tests;

/// <summary>The test that runs.</summary>
internal static class Test
{
    /// <summary>Ends it when it is stopped from outside.</summary>
    public static CancellationToken Stop => TestContext.Current.CancellationToken;
}
