using GroomingSignals.Conversations;

namespace GroomingSignals.Matching;

/// <summary>One match of one cue in a message. Holds no text.</summary>
/// <param name="Cue">The id of the cue.</param>
/// <param name="Start">The first UTF-16 code unit in the original text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="View">The view in which it was found; the strongest when several have it.</param>
/// <param name="Role">The discourse role of the match.</param>
/// <param name="FirstToken">The index of the first token (word or emoji) of the match in the message; 0 where it is the only match, since nothing is near it.</param>
/// <param name="LastToken">The index of its last token; 0 likewise.</param>
/// <param name="Value">For a number cue what the number implies at least (age in years for ages and school years); otherwise 0.</param>
/// <param name="ValueTo">For a number cue what it implies at most; otherwise 0.</param>
internal readonly record struct CueHit(
    int Cue, int Start, int End, TextView View, DiscourseRole Role, int FirstToken, int LastToken, int Value, int ValueTo);
