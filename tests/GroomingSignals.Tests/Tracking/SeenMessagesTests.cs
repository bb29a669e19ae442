using GroomingSignals.Conversations;
using GroomingSignals.Tracking;

namespace GroomingSignals.Tests.Tracking;

public sealed class SeenMessagesTests
{
    [Fact]
    public void A_message_is_known_by_id_and_content()
    {
        var seen = new SeenMessages();
        seen.Find(Numbered(1)).Should().BeNull();
        seen.Add(Numbered(1));
        seen.Find(Numbered(1)).Should().BeTrue();
        seen.Find(Numbered(1) with { Text = "other" }).Should().BeFalse();
        seen.Find(Numbered(1) with { Tags = MessageTags.Image }).Should().BeFalse();
        seen.Find(Numbered(1) with { Sender = "b" }).Should().BeFalse();
    }

    [Fact]
    public void Only_the_last_32_are_known()
    {
        var seen = new SeenMessages();
        for (int i = 0; i < 40; i++)
        {
            seen.Add(Numbered(i));
        }

        seen.Find(Numbered(7)).Should().BeNull();
        seen.Find(Numbered(8)).Should().BeTrue();
        seen.Find(Numbered(39)).Should().BeTrue();
    }

    private static Message Numbered(int number) => new() { Id = $"m{number}", Sender = "a", Text = $"text {number}" };
}
