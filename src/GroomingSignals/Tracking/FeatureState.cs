#pragma warning disable MA0048 // the small array of a state stands beside it
using System.Runtime.CompilerServices;

namespace GroomingSignals.Tracking;

/// <summary>
/// What the classifier's features are made of: tallies of a few speakers and some of the whole conversation. Held only by states of an analyzer
/// that collects features; of constant size. It holds no text.
/// </summary>
/// <param name="model">The classifier whose n-gram weights went into the sums: the first eight bytes of its hash; 0 without one.</param>
/// <param name="features">How many features there are.</param>
internal sealed class FeatureState(ulong model, int features)
{
    internal const int MostSpeakers = 8;

    /// <summary>The classifier whose n-gram weights went into the sums: the first eight bytes of its hash; 0 without one.</summary>
    public ulong Model { get; } = model;

    /// <summary>The speakers in order of appearance.</summary>
    public List<SpeakerTally> Speakers { get; } = new(2);

    /// <summary>By tactic: the first message that enacted a cue, counted from 1; 0 before it.</summary>
    public Counts13 FirstCue;

    /// <summary>The last message in which somebody refused, counted from 1, and the place of the speaker.</summary>
    public int LastRefusal { get; set; }

    public int Refuser { get; set; }

    /// <summary>Messages with a time, and those of them between 22:00 and 6:00 UTC.</summary>
    public int Timed { get; set; }

    public int Night { get; set; }

    /// <summary>Pauses between messages, by length.</summary>
    public Counts8 Gaps;

    /// <summary>When the message before was sent, in Unix milliseconds; null when not known.</summary>
    public long? LastTime { get; set; }

    /// <summary>How often loud n-grams were said lately.</summary>
    public LoudCounts Loud { get; } = new();

    /// <summary>What stood at the peak of the headline; of nobody where no classifier speaks.</summary>
    public FeaturePeak Peak { get; } = new(features);

    /// <summary>What the classifier says after the last message, in millionths; derived, null when not yet computed.</summary>
    public ClassifierVoice? Voice { get; set; }

    /// <summary>The place of the speaker whom the features are about, after the last message; derived with <see cref="Voice"/>.</summary>
    public int Focus { get; set; } = -1;

    /// <summary>Forgets what is derived: a message has come.</summary>
    public void Forget() => Voice = null;
}

/// <summary>A number for each length of a pause.</summary>
[InlineArray(8)]
internal struct Counts8
{
    private int _first;
}
