using System.Globalization;
using System.Text;
using CsCheck;
using GroomingSignals.Hosting.Storage;
using GroomingSignals.Hosting.Storage.InMemory;
using GroomingSignals.Hosting.Storage.Sqlite;
using static GroomingSignals.Hosting.Tests.Storage.TestChanges;

namespace GroomingSignals.Hosting.Tests.Storage;

/// <summary>A store with its commit log against one in memory, over random commits, erasures, reopenings and kills.</summary>
public sealed class LoggedStoreModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private enum Step
    {
        Commit,
        Erase,
        Look,
        LookAtAll,
        Reopen,
        Kill,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AStoreThatIsClosedKilledAndOpenedAgainEqualsOneInMemoryThatIsNot()
    {
        int run = 0;
        var steps = Gen.Select(
            Gen.Frequency((8, Gen.Const(Step.Commit)), (1, Gen.Const(Step.Erase)), (1, Gen.Const(Step.Look)), (1, Gen.Const(Step.LookAtAll)), (1, Gen.Const(Step.Reopen)), (2, Gen.Const(Step.Kill))),
            Gen.Int[0, 5].Array[1, 4],
            Gen.Int[0, 40_000],
            (step, conversations, length) => (Step: step, Conversations: conversations.Distinct().ToArray(), Length: length)).Array[1, 60];
        await steps.SampleAsync(
            async plan =>
            {
                var memory = new InMemoryConversationStateStore();
                string name = string.Create(CultureInfo.InvariantCulture, $"{run++}.db");
                var store = new SqliteConversationStateStore(_folder.File(name));
                try
                {
                    for (int i = 0; i < plan.Length; i++)
                    {
                        switch (plan[i].Step)
                        {
                            case Step.Commit:
                                var changes = await ChangesAsync(memory, plan[i].Conversations, plan[i].Length, i);
                                (await store.CommitAsync(changes, Cancellation)).Rejected.Should().BeEquivalentTo((await memory.CommitAsync(changes, Cancellation)).Rejected);
                                break;
                            case Step.Erase:
                                (await store.EraseAsync(Key(plan[i].Conversations[0]), Cancellation)).Should().Be(await memory.EraseAsync(Key(plan[i].Conversations[0]), Cancellation));
                                break;
                            case Step.Look:
                                await SameStateAsync(store, memory, Key(plan[i].Conversations[0]));
                                break;
                            case Step.LookAtAll:
                                await SameAsync(store, memory);
                                break;
                            case Step.Reopen:
                                store.Dispose();
                                store = new SqliteConversationStateStore(_folder.File(name));
                                break;
                            default:
                                string left = KilledProcess.Leaves(_folder, name, string.Create(CultureInfo.InvariantCulture, $"{run - 1}-{i}.db"));
                                store.Dispose();
                                name = left;
                                store = new SqliteConversationStateStore(_folder.File(name));
                                break;
                        }
                    }

                    await SameAsync(store, memory);
                }
                finally
                {
                    store.Dispose();
                }

                FilesAreGone(run - 1);
            },
            iter: 40,
            threads: 1);
    }

    private void FilesAreGone(int run)
    {
        foreach (string file in Directory.EnumerateFiles(_folder.Path, string.Create(CultureInfo.InvariantCulture, $"{run}*")))
        {
            File.Delete(file);
        }
    }

    private static async Task<ConversationChange[]> ChangesAsync(InMemoryConversationStateStore memory, int[] conversations, int length, int step)
    {
        var changes = new List<ConversationChange>();
        foreach (int c in conversations)
        {
            long version = (await memory.ReadAsync(Key(c), Cancellation))?.Version ?? 0;

            // One in seven builds upon a version that is not there.
            changes.Add(Change(Key(c), (step + c) % 7 == 6 ? version + 1 : version, length, step));
        }

        return [.. changes];
    }

    private static async Task SameAsync(SqliteConversationStateStore store, InMemoryConversationStateStore memory)
    {
        (await store.CountAsync(Cancellation)).Should().Be(await memory.CountAsync(Cancellation));
        (await store.ReadAlertsAsync(Tenant, 0, 10_000, Cancellation)).Select(Told).Should().Equal((await memory.ReadAlertsAsync(Tenant, 0, 10_000, Cancellation)).Select(Told));
        foreach (string participant in new[] { "p", "q" })
        {
            (await store.ReadParticipantAsync(Tenant, participant, 1000, Cancellation)).Select(Told).Should()
                .Equal((await memory.ReadParticipantAsync(Tenant, participant, 1000, Cancellation)).Select(Told));
        }

        for (int c = 0; c < 6; c++)
        {
            await SameStateAsync(store, memory, Key(c));
        }
    }

    private static async Task SameStateAsync(SqliteConversationStateStore store, InMemoryConversationStateStore memory, ConversationKey key)
    {
        var expected = await memory.ReadAsync(key, Cancellation);
        var found = await store.ReadAsync(key, Cancellation);
        (found is null).Should().Be(expected is null);
        if (found is not null)
        {
            found.Snapshot.Span.SequenceEqual(expected!.Snapshot.Span).Should().BeTrue();
            (found with { Snapshot = default }).Should().Be(expected with { Snapshot = default });
        }
    }

    private static string Told(Alert alert) => $"{alert.IdempotencyKey} {alert.From} {alert.Towards} {alert.Risk} {alert.RaisedAt:O} {string.Join(',', alert.Tactics)}";

    private static string Told(ConversationRecord record) => $"{record.Conversation} {Encoding.UTF8.GetString(record.Data.Span)}";
}
