#pragma warning disable MA0048 // the small arrays of a tally stand beside it
using System.Runtime.CompilerServices;

namespace GroomingSignals.Tracking;

/// <summary>
/// What the features know of one speaker: counts, places and whole millionths, no text. Of more speakers than are kept apart the later ones
/// share the last tally.
/// </summary>
internal sealed class SpeakerTally
{
    internal const int Tactics = 13;
    internal const int Tags = 9;
    internal const int Best = 3;

    /// <summary>The index of the participant; of those who share a tally the last who spoke.</summary>
    public int Participant { get; set; }

    public int Messages { get; set; }

    /// <summary>The length of the folded text.</summary>
    public long Characters { get; set; }

    public int Questions { get; set; }

    /// <summary>By tactic: the cues that were enacted.</summary>
    public Counts13 Cues;

    /// <summary>By tactic: the last message that enacted a cue, counted from 1; 0 before it.</summary>
    public Counts13 LastCue;

    /// <summary>By tag.</summary>
    public Counts9 Tagged;

    /// <summary>Cues of tactics that were quoted, warned of, taught, refused or told.</summary>
    public int OtherCues { get; set; }

    /// <summary>Enacted cues that needed a weaker view.</summary>
    public int Obfuscated { get; set; }

    /// <summary>The most different tactics within ten messages, and within thirty.</summary>
    public int Most10 { get; set; }

    public int Most30 { get; set; }

    public int Refusals { get; set; }

    public int Disclosures { get; set; }

    public int Cautions { get; set; }

    public int Quotations { get; set; }

    /// <summary>Cues that rules take for an everyday reason.</summary>
    public int Everyday { get; set; }

    /// <summary>Claims of an age.</summary>
    public int Claims { get; set; }

    public bool ClaimsMinor { get; set; }

    public bool ClaimsAdult { get; set; }

    /// <summary>Messages that enact a tactic soon after another one's refusal.</summary>
    public int Repeats { get; set; }

    /// <summary>Conversations that were taken up again, after hours, by this speaker.</summary>
    public int Sessions { get; set; }

    /// <summary>The sum of n-gram weights, in millionths.</summary>
    public long TextSum { get; set; }

    public long Grams { get; set; }

    /// <summary>Messages with n-grams.</summary>
    public int Texts { get; set; }

    /// <summary>The sum of the scores of messages, in millionths.</summary>
    public long ScoreSum { get; set; }

    /// <summary>The exponentially weighted mean of the scores of messages, in millionths.</summary>
    public int Recent { get; set; }

    /// <summary>The highest scores of messages, falling, in millionths; as many as there are <see cref="Texts"/>.</summary>
    public Counts3 Top;

    /// <summary>All enacted cues.</summary>
    public long AllCues
    {
        get
        {
            long all = 0;
            foreach (int count in Cues)
            {
                all += count;
            }

            return all;
        }
    }
}

/// <summary>A number for each tactic.</summary>
[InlineArray(SpeakerTally.Tactics)]
internal struct Counts13
{
    private int _first;
}

/// <summary>A number for each tag.</summary>
[InlineArray(SpeakerTally.Tags)]
internal struct Counts9
{
    private int _first;
}

/// <summary>A number for each of the best messages.</summary>
[InlineArray(SpeakerTally.Best)]
internal struct Counts3
{
    private int _first;
}
