namespace GroomingSignals.Matching;

/// <summary>Cues that share keys, and what a text must have beside them for something to come of it.</summary>
/// <param name="Needs">The needs of all of them. One whose sets cannot be asked for by keys is left with those that can.</param>
internal sealed record QuietGroup(QuietNeed[] Needs)
{
    private readonly bool _always = Array.Exists(Needs, need => need.Beside.Length == 0 && !need.Later);
    private readonly bool _sometime = Array.Exists(Needs, need => need.Beside.Length == 0);

    /// <summary>True when something may come of one of them without anything beside it.</summary>
    /// <param name="later">Whether something was found in the conversation before.</param>
    public bool IsAlone(bool later) => later ? _sometime : _always;
}
