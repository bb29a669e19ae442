using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class ListenersTests
{
    [Fact]
    public void Possible_minors_come_first_and_all_of_them_up_to_eight()
    {
        var state = new ConversationState();
        for (int i = 0; i < 20; i++)
        {
            state.Participants.Add(new TrackedParticipant { Id = $"p{i}", Age = i % 2 == 0 ? AgeBand.Adult : AgeBand.From13To15 });
        }

        var listeners = new List<int>();
        Listeners.Choose(state, 0, listeners).Should().BeFalse();
        listeners.Should().Equal(1, 3, 5, 7, 9, 11, 13, 15);
    }

    [Fact]
    public void Among_others_the_most_recent_speakers_are_followed()
    {
        var state = new ConversationState();
        for (int i = 0; i < 6; i++)
        {
            state.Participants.Add(new TrackedParticipant { Id = $"p{i}", LastOrdinal = i });
        }

        var listeners = new List<int>();
        Listeners.Choose(state, 5, listeners).Should().BeFalse();
        listeners.Should().Equal(4, 3, 2);
    }
}
