using System.Runtime.InteropServices;
using GroomingSignals.Tracking;

namespace GroomingSignals.Features;

/// <summary>The tallies of all speakers but one, added up; all 0 when there are none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Others
{
    private bool _any;
    private Counts13 _cues;

    public readonly Counts13 Cues => _cues;

    public long AllCues { get; private set; }

    public long OtherCues { get; private set; }

    public long Messages { get; private set; }

    public long Characters { get; private set; }

    public long Questions { get; private set; }

    public long Sessions { get; private set; }

    public long Refusals { get; private set; }

    public long Disclosures { get; private set; }

    public long Cautions { get; private set; }

    public long Quotations { get; private set; }

    public long Everyday { get; private set; }

    public long Claims { get; private set; }

    public bool ClaimsMinor { get; private set; }

    public long Images { get; private set; }

    public long TextSum { get; private set; }

    public long Grams { get; private set; }

    /// <summary>The highest score of a message, in millionths.</summary>
    public int Max { get; private set; }

    public void Add(SpeakerTally speaker)
    {
        for (int tactic = 0; tactic < SpeakerTally.Tactics; tactic++)
        {
            _cues[tactic] = (int)Math.Min(int.MaxValue, (long)_cues[tactic] + speaker.Cues[tactic]);
        }

        AllCues += speaker.AllCues;
        OtherCues += speaker.OtherCues;
        Messages += speaker.Messages;
        Characters += speaker.Characters;
        Questions += speaker.Questions;
        Sessions += speaker.Sessions;
        Refusals += speaker.Refusals;
        Disclosures += speaker.Disclosures;
        Cautions += speaker.Cautions;
        Quotations += speaker.Quotations;
        Everyday += speaker.Everyday;
        Claims += speaker.Claims;
        ClaimsMinor |= speaker.ClaimsMinor;
        Images += speaker.Tagged[1];
        TextSum += speaker.TextSum;
        Grams += speaker.Grams;
        Max = speaker.Texts > 0 && (!_any || speaker.Top[0] > Max) ? speaker.Top[0] : Max;
        _any |= speaker.Texts > 0;
    }
}
