using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;

namespace GroomingSignals.Hosting.Tests.Storage;

public sealed class InMemoryStoreTests : StoreContract
{
    protected override IConversationStateStore Store { get; } = new InMemoryConversationStateStore();

    [Fact]
    public async Task ANewConversationBeyondTheLimitIsRefusedAndKnownOnesGoOn()
    {
        var store = new InMemoryConversationStateStore(maximumConversations: 2);
        var (one, two, three) = (new ConversationKey("t", "1"), new ConversationKey("t", "2"), new ConversationKey("t", "3"));
        await store.CommitAsync([Change(one, 0, State(1, "x")), Change(two, 0, State(1, "x"))], Cancellation);

        var result = await store.CommitAsync([Change(three, 0, State(1, "x")), Change(one, 1, State(2, "y"))], Cancellation);

        result.Rejected.Should().Equal(new RejectedChange(0, RejectionReason.Full));
        ((IBoundedStore)store).IsFull.Should().BeTrue();
        (await store.ReadAsync(one, Cancellation))!.Version.Should().Be(2);
        await store.EraseAsync(two, Cancellation);
        ((IBoundedStore)store).IsFull.Should().BeFalse();
        (await store.CommitAsync([Change(three, 0, State(1, "x"))], Cancellation)).Rejected.Should().BeEmpty();
    }
}
