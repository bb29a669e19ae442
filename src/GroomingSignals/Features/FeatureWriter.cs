using GroomingSignals.Text.NGrams;
using GroomingSignals.Tracking;

namespace GroomingSignals.Features;

/// <summary>
/// Writes the features of a conversation from its tallies, in the order of <see cref="FeatureSchema.Names"/>. The same state gives the same bits;
/// there are no infinities and nothing that is not a number. Allocates nothing.
/// </summary>
/// <remarks>
/// Rates are counts for every forty characters of folded text, about one chat message, with five such messages of silence added: they mean the
/// same for a conversation in one long message and for one in many short ones, and a single cue in a single line is no rate of one.
/// </remarks>
/// <param name="text">The weights of n-grams, by which scores are normalised; null when there are none.</param>
internal sealed class FeatureWriter(NGramTable? text)
{
    private const double CharactersOfAMessage = 40;
    private const double Silence = 5;
    private const double Million = 1_000_000;

    /// <summary>The text score of the conversation: the formula of a message over the totals of all.</summary>
    public double TextScore(FeatureState state)
    {
        long sum = 0;
        long grams = 0;
        foreach (var speaker in state.Speakers)
        {
            sum += speaker.TextSum;
            grams += speaker.Grams;
        }

        return Normalise(sum, grams);
    }

    /// <summary>The place of the speaker whom the features are about: who enacts most cues for what they write, then the highest mean text score, then the first.</summary>
    /// <param name="state">The state.</param>
    /// <param name="among">The places of those who may be chosen, a bit each; all unless given.</param>
    /// <returns>-1 before the first message, and where nobody may be chosen.</returns>
    public static int FocusOf(FeatureState state, uint among = uint.MaxValue)
    {
        int focus = -1;
        double bestRate = 0;
        double bestMean = 0;
        for (int i = 0; i < state.Speakers.Count; i++)
        {
            if ((among >> i & 1) == 0)
            {
                continue;
            }

            var speaker = state.Speakers[i];
            double rate = Rate(speaker.AllCues, speaker.Characters);
            double mean = Mean(speaker);
            if (focus < 0 || rate > bestRate || (rate == bestRate && mean > bestMean))
            {
                (focus, bestRate, bestMean) = (i, rate, mean);
            }
        }

        return focus;
    }

    /// <summary>Writes the features.</summary>
    /// <param name="conversation">The state; it has <see cref="ConversationState.Features"/>.</param>
    /// <param name="focus">From <see cref="FocusOf"/>.</param>
    /// <param name="vector">Receives <see cref="FeatureSchema.Count"/> numbers.</param>
    public void Write(ConversationState conversation, int focus, Span<float> vector)
    {
        var state = conversation.Features!;
        var to = new Cursor(vector);
        if (focus < 0)
        {
            vector.Clear();
            return;
        }

        var own = state.Speakers[focus];
        var others = default(Others);
        for (int i = 0; i < state.Speakers.Count; i++)
        {
            if (i != focus)
            {
                others.Add(state.Speakers[i]);
            }
        }

        Cues(state, conversation.MessageCount, own, others, ref to);
        Text(state, own, others, ref to);
        Asymmetry(conversation, own, others, ref to);
        Ages(conversation, own, ref to);
        Times(state, ref to);
        Tags(own, others, ref to);
        to.Add(state.Speakers.Count == 1);
    }

    private static void Cues(FeatureState state, int messages, SpeakerTally own, in Others others, ref Cursor to)
    {
        int ownTactics = 0;
        int othersTactics = 0;
        for (int tactic = 0; tactic < SpeakerTally.Tactics; tactic++)
        {
            to.Add(Rate(own.Cues[tactic], own.Characters));
            to.Add(Rate(others.Cues[tactic], others.Characters));
            to.Add(own.Cues[tactic] > 0);
            ownTactics += own.Cues[tactic] > 0 ? 1 : 0;
            othersTactics += others.Cues[tactic] > 0 ? 1 : 0;
        }

        long ownCues = own.AllCues;
        to.Add(Rate(ownCues, own.Characters));
        to.Add(Rate(others.AllCues, others.Characters));
        to.Add(Share(ownCues, others.AllCues));
        to.Add(Share(ownCues + others.AllCues, (long)own.OtherCues + others.OtherCues));
        to.Add((double)own.Obfuscated / (ownCues + 1));
        to.Add(Saturated(ownTactics));
        to.Add(Saturated(othersTactics));
        to.Add(Saturated(own.Most10));
        to.Add(Saturated(own.Most30));
        Acceleration(state, messages, ref to);
    }

    /// <summary>How late tactics came first, and how far apart, as shares of the conversation.</summary>
    private static void Acceleration(FeatureState state, int messages, ref Cursor to)
    {
        int count = 0;
        int later = 0;
        int first = int.MaxValue;
        int last = 0;
        foreach (int number in state.FirstCue)
        {
            if (number > 0)
            {
                count++;
                later += number * 2L > messages + 1 ? 1 : 0;
                first = Math.Min(first, number);
                last = Math.Max(last, number);
            }
        }

        to.Add(count == 0 ? 0 : (double)later / count);
        to.Add(count < 2 ? 0 : (double)(last - first) / (count - 1) / Math.Max(1, messages));
    }

    private void Text(FeatureState state, SpeakerTally own, in Others others, ref Cursor to)
    {
        double ownScore = Normalise(own.TextSum, own.Grams);
        double othersScore = Normalise(others.TextSum, others.Grams);
        to.Add(TextScore(state));
        to.Add(ownScore);
        to.Add(othersScore);
        to.Add(ownScore - othersScore);
        to.Add(Mean(own));
        to.Add(own.Top[0] / Million);
        to.Add(own.Recent / Million);
        int kept = Math.Clamp(own.Texts, 1, SpeakerTally.Best);
        to.Add(((double)own.Top[0] + own.Top[1] + own.Top[2]) / kept / Million);
        to.Add(others.Max / Million);
    }

    private static void Asymmetry(ConversationState conversation, SpeakerTally own, in Others others, ref Cursor to)
    {
        long characters = own.Characters + others.Characters;
        to.Add(Rate(own.Questions, own.Characters));
        to.Add(Rate(others.Questions, others.Characters));
        to.Add(Share(own.Questions, others.Questions));
        to.Add(Share(own.Characters, others.Characters));
        to.Add(conversation.Initiator == own.Participant);
        to.Add(Share(own.Sessions, others.Sessions));
        to.Add(Rate(own.Refusals, own.Characters));
        to.Add(Rate(others.Refusals, others.Characters));
        to.Add(own.Repeats / (others.Refusals + 2.0));
        to.Add(Rate(others.Disclosures, others.Characters));
        to.Add(Rate((long)own.Cautions + others.Cautions, characters));
        to.Add(Rate((long)own.Quotations + others.Quotations, characters));
        to.Add(Rate((long)own.Everyday + others.Everyday, characters));
        to.Add(Rate(own.Claims, own.Characters));
        to.Add(Rate(others.Claims, others.Characters));
        to.Add(others.ClaimsMinor);
        to.Add(own.ClaimsMinor);
    }

    /// <summary>The ages as they are stated, and as claims of the cues make them; one of five is 1.</summary>
    private static void Ages(ConversationState conversation, SpeakerTally own, ref Cursor to)
    {
        int relation = AgeRelation.Of(conversation, own);
        for (int i = 0; i < AgeRelation.Count; i++)
        {
            to.Add(i == relation);
        }
    }

    private static void Times(FeatureState state, ref Cursor to)
    {
        to.Add(state.Timed == 0);
        to.Add(state.Timed == 0 ? 0 : (double)state.Night / state.Timed);
        long gaps = 0;
        foreach (int count in state.Gaps)
        {
            gaps += count;
        }

        int median = 0;
        long below = state.Gaps[0];
        while (gaps > 0 && below * 2 < gaps)
        {
            below += state.Gaps[++median];
        }

        to.Add(median);
        to.Add(gaps == 0 ? 0 : ((double)state.Gaps[0] + state.Gaps[1]) / gaps);
    }

    private static void Tags(SpeakerTally own, in Others others, ref Cursor to)
    {
        foreach (int count in own.Tagged)
        {
            to.Add(count / (own.Messages + Silence));
        }

        to.Add(others.Images / (others.Messages + Silence));
    }

    private double Normalise(long sum, long grams) => text is null || grams == 0 ? 0 : text.Normalise(sum / Million, grams);

    private static double Mean(SpeakerTally speaker) => speaker.Texts == 0 ? 0 : speaker.ScoreSum / Million / speaker.Texts;

    private static double Rate(long count, long characters) => count / ((characters / CharactersOfAMessage) + Silence);

    /// <summary>The part of the first in both; a half when there is neither.</summary>
    private static double Share(long first, long second) => first + second == 0 ? 0.5 : (double)first / (first + second);

    /// <summary>From 0 towards 1: the first few matter most.</summary>
    private static double Saturated(int count) => count / (count + 2.0);
}
