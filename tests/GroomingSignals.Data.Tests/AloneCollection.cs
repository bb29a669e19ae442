namespace GroomingSignals.Data.Tests;

/// <summary>Tests that measure memory: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
