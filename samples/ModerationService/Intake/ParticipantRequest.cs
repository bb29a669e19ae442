namespace ModerationService.Intake;

/// <summary>Somebody who takes part in a conversation.</summary>
internal sealed record ParticipantRequest
{
    /// <summary>The id by which messages name the sender.</summary>
    public string? Id { get; set; }

    /// <summary>The age, where the platform knows it.</summary>
    public AgeRequest? Age { get; set; }

    /// <summary>A role such as moderator or parent.</summary>
    public string? Role { get; set; }
}
