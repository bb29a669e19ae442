namespace GroomingSignals.Workbench.Settings;

/// <summary>Whether the policy on the page still is the one on the disk, and whether it can be saved.</summary>
/// <param name="State"><c>same</c>, <c>changed</c>, or <c>occupied</c> where a save would meet a file that is not the policy that was opened.</param>
/// <param name="File">The file that could be opened instead; null when there is nothing to say.</param>
/// <param name="Detail">What happened and what to do, in one or two sentences; null when there is nothing to say.</param>
internal sealed record PolicyStanding(string State, string? File, string? Detail)
{
    public const string IsSame = "same";
    public const string IsChanged = "changed";
    public const string IsOccupied = "occupied";

    public static PolicyStanding Same { get; } = new(IsSame, null, null);
}
