namespace GroomingSignals.Workbench.Api;

/// <summary>What was saved.</summary>
/// <param name="File">The policy file.</param>
/// <param name="Version">The version of the policy in it.</param>
/// <param name="Hash">The SHA-256 of the file: what assessments name.</param>
/// <param name="Command">How to bring the same queue from the command line.</param>
internal sealed record SaveAnswer(string File, string Version, string Hash, string Command);
