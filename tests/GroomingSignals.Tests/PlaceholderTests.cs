namespace GroomingSignals.Tests;

public sealed class PlaceholderTests
{
    [Fact]
    public void Runs() => true.Should().BeTrue();
}
