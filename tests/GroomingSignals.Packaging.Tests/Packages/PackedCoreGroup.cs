namespace GroomingSignals.Packaging.Tests.Packages;

/// <summary>The tests that look at the packed core share one pack.</summary>
[CollectionDefinition(Name)]
public sealed class PackedCoreGroup : ICollectionFixture<PackedCore>
{
    /// <summary>The name of the group.</summary>
    public const string Name = "packed core";
}
