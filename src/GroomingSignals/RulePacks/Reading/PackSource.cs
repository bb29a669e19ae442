namespace GroomingSignals.RulePacks.Reading;

/// <summary>One file of a pack.</summary>
/// <param name="File">The file as the caller named it, for diagnostics.</param>
/// <param name="Name">Its bare name, for the order and the hash.</param>
/// <param name="Text">Its text, with line feeds only.</param>
internal sealed record PackSource(string File, string Name, string Text);
