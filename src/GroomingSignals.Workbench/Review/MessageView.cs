namespace GroomingSignals.Workbench.Review;

/// <summary>A message without its text.</summary>
/// <param name="Id">Its id, or its index when the platform gave none: what evidence names.</param>
/// <param name="Sender">Who sent it.</param>
/// <param name="Time">When, ISO 8601; null when not known.</param>
/// <param name="Length">How many UTF-16 code units it has.</param>
/// <param name="Tags">What the platform says of it.</param>
/// <param name="Risk">The peak risk after it.</param>
/// <param name="Current">The decayed risk after it.</param>
/// <param name="Severity">The severity of the conversation after it.</param>
/// <param name="Rose">True when it raised the severity.</param>
/// <param name="Marks">The evidence in it.</param>
internal sealed record MessageView(
    string Id, string Sender, string? Time, int Length, string[] Tags, double Risk, double Current, string Severity, bool Rose, EvidenceMark[] Marks);
