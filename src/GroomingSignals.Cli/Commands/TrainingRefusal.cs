using System.Collections.Immutable;
using GroomingSignals.Cli.Invocation;
using GroomingSignals.Data;
using GroomingSignals.Evaluation.Checks;

namespace GroomingSignals.Cli.Commands;

/// <summary>Ends a command with what the data lacks, when nothing can be learnt from it.</summary>
internal static class TrainingRefusal
{
    public static void Require(IReadOnlyList<LabelledConversation> conversations, int folds = 1)
    {
        ImmutableArray<TrainingProblem> problems = TrainingRequirements.Check(conversations, folds);
        if (!problems.IsEmpty)
        {
            throw new CommandException("cannot train: " + string.Join(" ", problems.Select(p => p.Detail)));
        }
    }

    /// <summary>Runs a training. What must stay together may leave a part of the data with too little after all: that is a refusal too.</summary>
    public static T Translate<T>(Func<T> train)
    {
        try
        {
            return train();
        }
        catch (ArgumentException e) when (string.Equals(e.ParamName, "conversations", StringComparison.Ordinal))
        {
            throw new CommandException("cannot train: " + Refusal.Reason(e));
        }
    }
}
