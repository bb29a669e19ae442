using GroomingSignals.Text;
using GroomingSignals.Text.NGrams;

namespace GroomingSignals.Matching;

/// <summary>What the features ask of the folded text of a message beside its cues: how long it is, what it asks, and what its n-grams say.</summary>
/// <param name="weights">The weights of n-grams; null when there are none.</param>
internal sealed class TextMeasure(NGramTable? weights)
{
    public void Take(ViewText folded, MessageSignals into)
    {
        into.Characters = folded.Length;
        into.Questions = folded.Chars.Count('?');
        if (weights is not null)
        {
            into.Text = weights.Score(folded, into.Loud);
        }
    }
}
