using GroomingSignals.Conversations;

namespace GroomingSignals.Hosting.Monitoring;

/// <summary>Refuses misuse before anything is taken in, so that one bad message cannot spoil a commit of others.</summary>
internal static class DeliveryCheck
{
    public static void Key(ConversationKey key)
    {
        if (key.IsDefault)
        {
            throw new ArgumentException("The key names no conversation.", nameof(key));
        }
    }

    public static void Message(Message message, string parameter, int index = -1)
    {
        ArgumentNullException.ThrowIfNull(message, parameter);
        ArgumentNullException.ThrowIfNull(message.Text, parameter);
        IdGuard.Check(message.Sender, "sender", parameter, index);
        if (message.Id is not null)
        {
            IdGuard.Check(message.Id, "message", parameter, index);
        }
    }

    public static void Participants(IReadOnlyList<Participant>? participants)
    {
        for (int i = 0; i < (participants?.Count ?? 0); i++)
        {
            var participant = participants![i];
            ArgumentNullException.ThrowIfNull(participant, nameof(participants));
            IdGuard.Check(participant.Id, "participant", nameof(participants), i);
            for (int j = 0; j < i; j++)
            {
                if (string.Equals(participants[j].Id, participant.Id, StringComparison.Ordinal))
                {
                    throw new ArgumentException($"participants[{i}] has the id of participants[{j}]: each is listed once.", nameof(participants));
                }
            }
        }
    }
}
