using CsCheck;
using GroomingSignals.Hosting.Monitoring;

namespace GroomingSignals.Hosting.Tests.Monitoring;

/// <summary>The conversations that stay ready are those that were active last, whatever was kept, dropped and forgotten before.</summary>
public sealed class LiveCacheTests
{
    private const int Conversations = 6;

    [Fact]
    public void What_was_active_last_is_held_up_to_the_limit() =>
        Gen.Select(Gen.Int[0, 4], Gen.Select(Gen.Int[0, 9], Gen.Int[0, Conversations - 1]).Array[0, 60]).Sample((capacity, steps) =>
        {
            var cache = new LiveCache(capacity);
            var recent = new List<LiveConversation>();
            foreach (var (step, number) in steps)
            {
                var key = new ConversationKey("t", $"c{number}");
                var held = recent.Find(c => c.Key == key);
                switch (step)
                {
                    case 0:
                        cache.Drop(key);
                        recent.RemoveAll(c => c.Key == key);
                        break;
                    case 1:
                        cache.Clear();
                        recent.Clear();
                        break;
                    case < 5:
                        cache.Find(key).Should().BeSameAs(held);
                        if (held is not null)
                        {
                            recent.Remove(held);
                            recent.Insert(0, held);
                        }

                        break;
                    default:
                        // What is known under the key already gives way to it in its place, as after a reload.
                        var next = step == 9 && held is not null ? held : Live(key);
                        cache.Keep(next);
                        if (held is not null)
                        {
                            recent[recent.IndexOf(held)] = next;
                        }
                        else if (capacity > 0)
                        {
                            recent.Insert(0, next);
                            recent.RemoveRange(Math.Min(recent.Count, capacity), Math.Max(0, recent.Count - capacity));
                        }

                        break;
                }

                cache.Count.Should().Be(recent.Count);
            }

            // The last look moves what it finds, so from the least recent on.
            foreach (var conversation in Enumerable.Reverse(recent))
            {
                cache.Find(conversation.Key).Should().BeSameAs(conversation);
            }
        }, iter: 3000);

    private static LiveConversation Live(ConversationKey key) => new(key, Talk.Analyzer, Talk.Analyzer.Start(key.Conversation), null);
}
