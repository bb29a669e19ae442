using CsCheck;
using GroomingSignals.Conversations;

namespace GroomingSignals.Tests.Properties;

/// <summary>Generates conversations that make the rules of <see cref="SmallPack"/> work, among filler and hostile text.</summary>
internal static class Conversations
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Fragments =
    [
        "dont tell your mom", "never tell your parents", "our little secret", "our little secret santa", "surprise party",
        "send me a picture", "picture of you", "buy you a gift", "gift card for you", "or else everybody sees it", "no way", "stop asking",
        "somebody asked me to", "she said", "im 15", "im 31", "14 years old", "im 12 minutes away", "ok", "how was school", "lol", "good game",
        "but", ".", "\n", "🎂", "dont te\u200bll your mom", "d o n t t e l l y o u r m o m", "sennnd me a picture", "s3nd me a p1cture",
        "ѕend me a рicture", "\ud800", "\0", "\u202e", "DON’T  TELL YOUR MOM",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Pick.From(Fragments).Array[0, 5].Select(parts => string.Join(' ', parts)),
        Pick.From(Fragments).Array[1, 2].Select(parts => string.Join(' ', parts)),
        Gen.Char.Array[0, 30].Select(c => new string(c)));

    private static readonly Gen<Participant[]> Participants = Gen.Select(
        Gen.Enum<AgeBand>().Array[0, 3], Gen.Enum<AgeProvenance>(),
        (ages, provenance) => ages.Select((age, i) => new Participant { Id = $"p{i}", Age = age, Provenance = provenance }).ToArray());

    private static readonly Gen<Message> Message = Gen.Select(
        Gen.Int[0, 3], Text, Gen.Int[-1, 300], Pick.From(MessageTags.None, MessageTags.None, MessageTags.Image, MessageTags.Like | MessageTags.Other),
        (sender, text, minutes, tags) => new Message
        {
            Sender = $"p{sender}",
            Text = text,
            Tags = tags,
            Time = minutes < 0 ? null : Start.AddMinutes(minutes),
        });

    public static Gen<Conversation> Any { get; } = Gen.Select(
        Participants, Message.Array[0, 25], Gen.Bool,
        (participants, messages, ids) => new Conversation
        {
            Id = "c",
            Participants = participants,
            Messages = [.. messages.Select((m, i) => m with { Id = ids ? $"m{i}" : null, Time = m.Time?.AddMinutes(i * 40) })],
        });
}
