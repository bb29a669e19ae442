namespace GroomingSignals.Workbench.Assets;

/// <summary>A file of the front end.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PageFile(string Type, byte[] Content);
