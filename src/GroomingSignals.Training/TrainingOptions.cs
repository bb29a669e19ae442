using System.Collections.Immutable;
using GroomingSignals.Evaluation.Splits;
using GroomingSignals.Policy;
using GroomingSignals.RulePacks;

namespace GroomingSignals.Training;

/// <summary>How a classifier is trained. The defaults are right for most data.</summary>
public sealed record TrainingOptions
{
    /// <summary>The defaults.</summary>
    public static TrainingOptions Default { get; } = new();

    /// <summary>The id of the model, as results name it.</summary>
    public string Id { get; init; } = "classifier";

    /// <summary>The version of the model.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>Which voices it has.</summary>
    public TrainingVoices Voices { get; init; } = TrainingVoices.All;

    /// <summary>The rule packs; the built-in English one unless said otherwise. A model gives probabilities with these packs only.</summary>
    public ImmutableArray<RulePack> Packs { get; init; } = [RulePack.BuiltIn];

    /// <summary>The policy; the default one unless said otherwise.</summary>
    public RiskPolicy Policy { get; init; } = RiskPolicy.Default;

    /// <summary>What participant ids name, so that one person's conversations are not on both sides of the inner folds.</summary>
    public ParticipantScope Participants { get; init; }

    /// <summary>Into how many parts the data is split inside the training, 3 to 10: each voice is heard on parts it has not learnt from. 4 unless said otherwise.</summary>
    public int InnerFolds
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 3);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10);
            field = value;
        }
    } = 4;

    /// <summary>How many trees the forest has, 1 to 200; 80 unless said otherwise.</summary>
    public int Trees
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 200);
            field = value;
        }
    } = 80;

    /// <summary>How many bits the number of an n-gram's bucket has, 12 to 22; 20 unless said otherwise, which makes a table of four megabytes.</summary>
    public int GramBits
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 12);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 22);
            field = value;
        }
    } = 20;

    /// <summary>How many threads read conversations; as many as there are processors unless said otherwise. The classifier does not depend on it.</summary>
    public int Threads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = Environment.ProcessorCount;
}
