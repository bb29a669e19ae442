namespace GroomingSignals.Evaluation.OperatingPoints;

/// <summary>What is stated of the platform: labelled data cannot tell it.</summary>
internal sealed record PlatformAssumptions
{
    /// <summary>Conversations a day; above 0.</summary>
    public required double Volume
    {
        get;
        init => field = value is > 0 and < 1e12 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A volume is above 0 conversations a day.");
    }

    /// <summary>The share of conversations that are grooming, in (0, 1).</summary>
    public required double Prevalence
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A prevalence lies between 0 and 1, for example 0.0001.");
    }

    /// <summary>Reviewers on a day; above 0.</summary>
    public required double Reviewers
    {
        get;
        init => field = value is > 0 and < 1e6 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Reviewers are above 0.");
    }

    /// <summary>Minutes that a case takes; above 0.</summary>
    public required double MinutesPerCase
    {
        get;
        init => field = value is > 0 and < 1e5 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Minutes are above 0.");
    }

    /// <summary>Hours a day that a reviewer looks at cases, in (0, 24]: 6 unless said otherwise, since nobody should look at such material all day.</summary>
    public double HoursPerDay
    {
        get;
        init => field = value is > 0 and <= 24 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Hours a day are above 0 and at most 24.");
    } = 6;

    /// <summary>Cases that the reviewers can look at in a day.</summary>
    public double Capacity => Reviewers * HoursPerDay * 60 / MinutesPerCase;
}
