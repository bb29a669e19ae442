namespace GroomingSignals.RulePacks.Declarations;

/// <summary>What a name of a cue stands for.</summary>
internal enum CueKind
{
    Lexicon,
    Pattern,
    Number,
}
