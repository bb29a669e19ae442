using System.Runtime.InteropServices;

namespace GroomingSignals.Training.Fusing;

/// <summary>What each voice says of a conversation.</summary>
/// <param name="Rules">What the rules add above the policy's baseline, in log-odds of their own scale.</param>
/// <param name="Text">The text score.</param>
/// <param name="Forest">The score of the forest.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Voices(double Rules, double Text, double Forest)
{
    /// <summary>How many voices there are.</summary>
    public const int Count = 3;

    /// <summary>A voice by its place.</summary>
    public double this[int voice] => voice switch
    {
        0 => Rules,
        1 => Text,
        _ => Forest,
    };
}
