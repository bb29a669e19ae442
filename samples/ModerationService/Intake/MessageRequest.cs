using System.Text.Json.Serialization;

namespace ModerationService.Intake;

/// <summary>One message, or several under <c>messages</c>.</summary>
internal sealed record MessageRequest
{
    /// <summary>The id of the message: with it a message is applied once, however often it is sent among the last 32 of its conversation.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the participant who sent it.</summary>
    public string? Sender { get; set; }

    /// <summary>When it was sent, in ISO 8601, a date alone or with a time; without an offset UTC is assumed.</summary>
    [JsonConverter(typeof(SentTimeConverter))]
    public SentTime? Time { get; set; }

    /// <summary>The text. It is read and forgotten.</summary>
    [JsonConverter(typeof(HostileTextConverter))]
    public string? Text { get; set; }

    /// <summary>What the platform says of the message: like, image, video, explicit-image, link, gift, call, live, location.</summary>
    public string[]? Tags { get; set; }

    /// <summary>The platform's running number within the conversation; a message that comes after a higher one is stated as late.</summary>
    public long? Sequence { get; set; }

    /// <summary>The participants that are known. Those who come later are listed, and what was said is weighed anew.</summary>
    public ParticipantRequest[]? Participants { get; set; }

    /// <summary>Several messages in place of one, in order: all of them are committed together, or none.</summary>
    public MessageRequest[]? Messages { get; set; }
}
