using System.Numerics;
using GroomingSignals.Conversations;
using GroomingSignals.Matching;
using GroomingSignals.Text.NGrams;
using GroomingSignals.Tracking;

namespace GroomingSignals.Features;

/// <summary>
/// Folds a message into the tallies of the features. It sees cues, text scores, tags and times; never rules' matches, scores or the policy.
/// Everything is whole numbers, so that a state that was resumed goes on exactly as before.
/// </summary>
/// <param name="readings">What the cues speak for.</param>
/// <param name="text">The weights of n-grams, by which scores are normalised; null when there are none.</param>
/// <param name="speakers">How many speakers are kept apart.</param>
internal sealed class FeatureFold(CueReadings readings, NGramTable? text, int speakers)
{
    /// <summary>A refusal is answered when a tactic follows within so many messages.</summary>
    private const int AnswerWithin = 10;

    private const long SessionGap = 6 * 3_600_000L;
    private const double Million = 1_000_000;

    /// <summary>The last pause of each length, in milliseconds: ten seconds, one minute, ten, an hour, six, a day, a week.</summary>
    private static ReadOnlySpan<long> GapEnds => [10_000, 60_000, 600_000, 3_600_000, 21_600_000, 86_400_000, 604_800_000];

    /// <summary>Folds a message.</summary>
    /// <param name="state">The tallies.</param>
    /// <param name="signals">What was read.</param>
    /// <param name="tags">The tags of the message.</param>
    /// <param name="participant">The index of the speaker.</param>
    /// <param name="ordinal">The message, counted from 0.</param>
    /// <param name="time">When it was sent, in Unix milliseconds; null when the message does not say.</param>
    /// <returns>False when the speaker shares a tally with others.</returns>
    public bool Fold(FeatureState state, MessageSignals signals, MessageTags tags, int participant, int ordinal, long? time)
    {
        int place = PlaceOf(state, participant, out bool shares);
        var speaker = state.Speakers[place];
        speaker.Messages = Sum(speaker.Messages, 1);
        speaker.Characters += signals.Characters;
        speaker.Questions = Sum(speaker.Questions, signals.Questions);
        Time(state, speaker, ordinal, time);
        Text(state, speaker, signals);
        if (ordinal % LoudCounts.Halving == LoudCounts.Halving - 1)
        {
            state.Loud.Halve();
        }

        for (int bits = (int)tags & ((1 << SpeakerTally.Tags) - 1); bits != 0; bits &= bits - 1)
        {
            ref int tagged = ref speaker.Tagged[BitOperations.TrailingZeroCount(bits)];
            tagged = Sum(tagged, 1);
        }

        if (signals.Count > 0)
        {
            Cues(state, speaker, place, signals.Hits, ordinal + 1);
        }

        return !shares;
    }

    /// <summary>The place of a speaker's tally; those who come when all are taken share the last.</summary>
    private int PlaceOf(FeatureState state, int participant, out bool shares)
    {
        shares = false;
        for (int i = 0; i < state.Speakers.Count; i++)
        {
            if (state.Speakers[i].Participant == participant)
            {
                return i;
            }
        }

        if (state.Speakers.Count < speakers)
        {
            state.Speakers.Add(new SpeakerTally { Participant = participant });
        }
        else
        {
            state.Speakers[^1].Participant = participant;
            shares = true;
        }

        return state.Speakers.Count - 1;
    }

    private static void Time(FeatureState state, SpeakerTally speaker, int ordinal, long? time)
    {
        bool begins = ordinal == 0;
        if (time is { } now)
        {
            state.Timed = Sum(state.Timed, 1);
            long hour = ((now / 3_600_000 % 24) + 24) % 24;
            state.Night = Sum(state.Night, hour is >= 22 or < 6 ? 1 : 0);
            if (state.LastTime is { } before)
            {
                long gap = Math.Max(0, now - before);
                int length = 0;
                while (length < GapEnds.Length && gap > GapEnds[length])
                {
                    length++;
                }

                ref int gaps = ref state.Gaps[length];
                gaps = Sum(gaps, 1);
                begins |= gap > SessionGap;
            }

            state.LastTime = Math.Max(now, state.LastTime ?? now);
        }

        speaker.Sessions = Sum(speaker.Sessions, begins ? 1 : 0);
    }

    /// <summary>Adds a message's sum of weights to what the conversation said, less what it only repeats; its own score is of the message as it stands.</summary>
    private void Text(FeatureState state, SpeakerTally speaker, MessageSignals signals)
    {
        var of = signals.Text;
        if (text is null || of.Grams == 0)
        {
            return;
        }

        double sum = Math.Clamp(of.Sum, -1e6, 1e6);
        int score = (int)Math.Round(Math.Clamp(text.Normalise(sum, of.Grams), -1000, 1000) * Million);
        double unheard = signals.Loud.Count == 0 ? 0 : state.Loud.Hear(signals.Loud);
        speaker.TextSum += (long)Math.Round((sum - Math.Clamp(unheard, -1e6, 1e6)) * Million);
        speaker.Grams += of.Grams;
        speaker.ScoreSum += score;
        speaker.Recent += (int)(((long)score - speaker.Recent) / 8);
        int kept = Math.Min(speaker.Texts, SpeakerTally.Best);
        speaker.Texts = Sum(speaker.Texts, 1);
        int at = Math.Min(kept, SpeakerTally.Best - 1);
        if (kept == SpeakerTally.Best && score <= speaker.Top[at])
        {
            return;
        }

        for (; at > 0 && speaker.Top[at - 1] < score; at--)
        {
            speaker.Top[at] = speaker.Top[at - 1];
        }

        speaker.Top[at] = score;
    }

    private void Cues(FeatureState state, SpeakerTally speaker, int place, ReadOnlySpan<CueHit> hits, int number)
    {
        int enacted = 0;
        bool refuses = false;
        foreach (ref readonly var hit in hits)
        {
            int tactics = readings.TacticsOf(hit, hits);
            if (tactics != 0 && hit.Role != DiscourseRole.Enacting)
            {
                speaker.OtherCues = Sum(speaker.OtherCues, 1);
            }
            else if (tactics != 0)
            {
                enacted |= tactics;
                speaker.Obfuscated = Sum(speaker.Obfuscated, hit.View != TextView.Folded ? 1 : 0);
                for (int bits = tactics; bits != 0; bits &= bits - 1)
                {
                    ref int cues = ref speaker.Cues[BitOperations.TrailingZeroCount(bits)];
                    cues = Sum(cues, 1);
                }
            }

            refuses |= Family(speaker, hit);
        }

        if (enacted != 0)
        {
            Enact(state, speaker, place, enacted, number);
        }

        if (refuses)
        {
            state.LastRefusal = number;
            state.Refuser = place;
        }
    }

    private bool Family(SpeakerTally speaker, in CueHit hit)
    {
        var family = readings.FamilyOf(hit.Cue);
        if ((family & CueFamily.AgeClaim) != CueFamily.None && hit.Role == DiscourseRole.Enacting)
        {
            speaker.Claims = Sum(speaker.Claims, 1);
            speaker.ClaimsMinor |= hit.ValueTo < 18;
            speaker.ClaimsAdult |= hit.Value >= 18;
        }

        bool refuses = (family & CueFamily.Refusal) != CueFamily.None && hit.Role == DiscourseRole.Refusing;
        speaker.Refusals = Sum(speaker.Refusals, refuses ? 1 : 0);
        speaker.Disclosures = Sum(speaker.Disclosures, (family & CueFamily.Disclosure) != CueFamily.None && hit.Role == DiscourseRole.Disclosing ? 1 : 0);
        speaker.Cautions = Sum(speaker.Cautions, (family & CueFamily.Caution) != CueFamily.None ? 1 : 0);
        speaker.Quotations = Sum(speaker.Quotations, (family & CueFamily.Quotation) != CueFamily.None ? 1 : 0);
        speaker.Everyday = Sum(speaker.Everyday, (family & CueFamily.Everyday) != CueFamily.None ? 1 : 0);
        return refuses;
    }

    private static void Enact(FeatureState state, SpeakerTally speaker, int place, int tactics, int number)
    {
        if (state.LastRefusal > 0 && state.Refuser != place && number - state.LastRefusal <= AnswerWithin)
        {
            speaker.Repeats = Sum(speaker.Repeats, 1);
        }

        int within10 = 0;
        int within30 = 0;
        for (int tactic = 0; tactic < SpeakerTally.Tactics; tactic++)
        {
            if ((tactics >> tactic & 1) != 0)
            {
                speaker.LastCue[tactic] = number;
                state.FirstCue[tactic] = state.FirstCue[tactic] == 0 ? number : state.FirstCue[tactic];
            }

            int last = speaker.LastCue[tactic];
            within10 += last > 0 && number - last < 10 ? 1 : 0;
            within30 += last > 0 && number - last < 30 ? 1 : 0;
        }

        speaker.Most10 = Math.Max(speaker.Most10, within10);
        speaker.Most30 = Math.Max(speaker.Most30, within30);
    }

    private static int Sum(int count, int more) => (int)Math.Min(int.MaxValue, (long)count + more);
}
