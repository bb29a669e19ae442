namespace GroomingSignals.Cli.Tests.EndToEnd;

/// <summary>Tests that share a trained model.</summary>
[CollectionDefinition(Name)]
public sealed class TrainedModelGroup : ICollectionFixture<TrainedModel>
{
    public const string Name = "trained model";
}
