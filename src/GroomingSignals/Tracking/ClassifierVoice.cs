using System.Runtime.InteropServices;

namespace GroomingSignals.Tracking;

/// <summary>What the classifier adds to a score beside the rules, in millionths of log-odds.</summary>
/// <param name="Text">The weighted text score.</param>
/// <param name="Forest">The weighted score of the forest over the features.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClassifierVoice(int Text, int Forest);
