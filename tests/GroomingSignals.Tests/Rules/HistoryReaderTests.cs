using GroomingSignals.Conversations;
using GroomingSignals.Rules;

namespace GroomingSignals.Tests.Rules;

public sealed class HistoryReaderTests
{
    private static readonly HistoryTerm Ask = Term("ask");
    private static readonly HistoryTerm Refusal = Term("refusal") with { By = Party.Listener };

    [Fact]
    public void A_sequence_needs_its_steps_in_order_in_different_messages()
    {
        var sequence = new SequenceCondition([Ask, Refusal, Ask], new Window(30, null));
        Reader(4, (Ask, 1, 0), (Refusal, 2, 1), (Ask, 4, 0)).Sequence(sequence).Should().Be(Truth.True);
        Reader(4, (Refusal, 1, 1), (Ask, 2, 0), (Ask, 4, 0)).Sequence(sequence).Should().Be(Truth.False);
        Reader(4, (Ask, 1, 0), (Refusal, 2, 0), (Ask, 4, 0)).Sequence(sequence).Should().Be(Truth.False, "the speaker refused, not the listener");
        Reader(4, (Ask, 1, 0), (Refusal, 2, 1)).Sequence(sequence).Should().Be(Truth.False, "the last step is not in the message");
        Reader(4, (Ask, 4, 0), (Refusal, 2, 1)).Sequence(sequence).Should().Be(Truth.False);
    }

    [Fact]
    public void A_sequence_must_fit_into_its_window()
    {
        var sequence = new SequenceCondition([Ask, Ask], new Window(5, null));
        Reader(6, (Ask, 1, 0), (Ask, 6, 0)).Sequence(sequence).Should().Be(Truth.True);
        Reader(7, (Ask, 1, 0), (Ask, 7, 0)).Sequence(sequence).Should().Be(Truth.False);
    }

    [Fact]
    public void A_sequence_is_broken_by_its_unless()
    {
        var sequence = new SequenceCondition([Ask, Ask], new Window(30, null)) { Unless = Refusal };
        Reader(6, (Ask, 1, 0), (Ask, 6, 0)).Sequence(sequence).Should().Be(Truth.True);
        Reader(6, (Ask, 1, 0), (Refusal, 3, 1), (Ask, 6, 0)).Sequence(sequence).Should().Be(Truth.False);
        Reader(6, (Refusal, 0, 1), (Ask, 1, 0), (Ask, 6, 0)).Sequence(sequence).Should().Be(Truth.True, "it came before the first step");
    }

    [Fact]
    public void A_count_takes_the_message_itself_with_it()
    {
        var count = new CountCondition(Ask, 3, new Window(10, null));
        Reader(9, (Ask, 1, 0), (Ask, 5, 0), (Ask, 9, 0)).Count(count).Should().Be(Truth.True);
        Reader(9, (Ask, 1, 0), (Ask, 5, 0), (Ask, 7, 0)).Count(count).Should().Be(Truth.False);
        Reader(12, (Ask, 1, 0), (Ask, 5, 0), (Ask, 12, 0)).Count(count).Should().Be(Truth.False, "the first has left the window");
    }

    [Fact]
    public void Distinct_counts_different_terms_not_repetitions()
    {
        var other = Term("other");
        Reader(9, (Ask, 1, 0), (Ask, 5, 0), (Ask, 9, 0)).Distinct([Ask, other], 2, new Window(10, null)).Should().Be(Truth.False);
        Reader(9, (other, 1, 0), (Ask, 9, 0)).Distinct([Ask, other], 2, new Window(10, null)).Should().Be(Truth.True);
    }

    [Fact]
    public void A_window_of_time_without_times_is_unknown_unless_messages_decide()
    {
        var byTime = new CountCondition(Ask, 2, new Window(null, TimeSpan.FromHours(1)));
        var byBoth = new CountCondition(Ask, 2, new Window(10, TimeSpan.FromHours(1)));
        Reader(5, (Ask, 1, 0), (Ask, 5, 0)).Count(byTime).Should().Be(Truth.Unknown);
        Reader(5, (Ask, 1, 0), (Ask, 5, 0)).Count(byBoth).Should().Be(Truth.True);
    }

    [Fact]
    public void A_term_with_direction_holds_only_for_its_pair()
    {
        var history = new EventHistory();
        history.Add(new HistoryEvent(Ask.Hash, 1, null, 0, 1UL << 2));
        var reader = new HistoryReader();
        reader.Begin(history, new MessageContext(3, null, null, MessageTags.None, AgeBand.Unknown, null));
        reader.Now.Add(new HistoryEvent(Ask.Hash, 3, null, 0, 1UL << 1));
        reader.Pair(0, 1);
        reader.Count(new CountCondition(Ask, 2, new Window(10, null))).Should().Be(Truth.False, "the first was towards somebody else");
    }

    [Fact]
    public void The_ring_gives_up_the_oldest_event()
    {
        var history = new EventHistory();
        for (int i = 0; i < EventHistory.Capacity; i++)
        {
            history.Add(new HistoryEvent(7, i, null, 0, 1)).Should().BeNull();
        }

        history.Add(new HistoryEvent(7, 64, null, 0, 1))!.Value.Ordinal.Should().Be(0);
        history[0].Ordinal.Should().Be(1);
        history[EventHistory.Capacity - 1].Ordinal.Should().Be(64);
    }

    private static HistoryTerm Term(string key) => new(new TagCondition(MessageTags.Like), Party.Speaker, key);

    private static HistoryReader Reader(int ordinal, params (HistoryTerm Term, int Ordinal, int From)[] events)
    {
        var history = new EventHistory();
        var reader = new HistoryReader();
        reader.Begin(history, new MessageContext(ordinal, null, null, MessageTags.None, AgeBand.Unknown, null));
        foreach (var (term, at, from) in events)
        {
            var item = new HistoryEvent(term.Hash, at, null, from, ulong.MaxValue);
            if (at == ordinal)
            {
                reader.Now.Add(item);
            }
            else
            {
                history.Add(item);
            }
        }

        reader.Pair(0, 1);
        return reader;
    }
}
