namespace ModerationService.Intake;

/// <summary>An age as a band.</summary>
internal sealed record AgeRequest
{
    /// <summary>under13, 13-15, 16-17, adult or unknown.</summary>
    public string? Band { get; set; }

    /// <summary>verified, declared, inferred or unknown.</summary>
    public string? Provenance { get; set; }
}
