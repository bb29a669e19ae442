namespace GroomingSignals.Conversations;

/// <summary>What the platform, or another classifier, says of a message beside its text.</summary>
[Flags]
public enum MessageTags
{
    /// <summary>No tag.</summary>
    None = 0,

    /// <summary>A like or an approving reaction.</summary>
    Like = 1,

    /// <summary>The message has an image.</summary>
    Image = 2,

    /// <summary>The message has a recorded video.</summary>
    Video = 4,

    /// <summary>Another classifier found an image of the message explicit.</summary>
    ExplicitImage = 8,

    /// <summary>The message has a link.</summary>
    Link = 16,

    /// <summary>A gift was sent through the platform.</summary>
    Gift = 32,

    /// <summary>A voice or video call.</summary>
    Call = 64,

    /// <summary>A live stream.</summary>
    Live = 128,

    /// <summary>A location was shared.</summary>
    Location = 256,

    /// <summary>A tag that this version does not know. It matches no rule and is stated among the assumptions.</summary>
    Other = 512,
}
