namespace GroomingSignals.RulePacks.Templates;

/// <summary>Why a phrase is not a template.</summary>
/// <param name="Offset">Where in the phrase.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record TemplateProblem(int Offset, string Message);
