using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>What a conversation takes beside its snapshot. It runs alone, since it looks at the memory of the process; a million are measured by <c>benchmarks -- hosting memory</c>.</summary>
[Collection(nameof(MemoryTests))]
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTests
{
    private const int Conversations = 30_000;
    private const int SnapshotBytes = 400;
    private const int IdBytes = 22 + (36 * 2);

    [Fact]
    public async Task AConversationInMemoryTakesLittleMoreThanItsSnapshotAndItsId()
    {
        var store = new InMemoryConversationStateStore();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < Conversations; i++)
        {
            var next = new StoredConversation { Version = 1, Snapshot = new byte[SnapshotBytes], UpdatedAt = DateTimeOffset.UnixEpoch };
            await store.CommitAsync(
                [new ConversationChange { Key = new ConversationKey("t", new Guid(i, 0, 0, new byte[8]).ToString()), ExpectedVersion = 0, Next = next }],
                TestContext.Current.CancellationToken);
        }

        long each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Conversations;

        each.Should().BeInRange(SnapshotBytes + IdBytes, SnapshotBytes + IdBytes + 250);
        (await store.CountAsync(TestContext.Current.CancellationToken)).Should().Be(Conversations);
    }
}
