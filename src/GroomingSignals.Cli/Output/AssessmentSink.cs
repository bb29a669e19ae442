using GroomingSignals.Assessment;
using GroomingSignals.Cli.Rendering;

namespace GroomingSignals.Cli.Output;

/// <summary>Takes assessments in input order and writes them in one format.</summary>
internal abstract class AssessmentSink : IDisposable
{
    public abstract void Write(RiskAssessment assessment, Explained explained);

    /// <summary>Ends the output, so that what was written is well formed even when the run stopped early.</summary>
    public abstract void Complete(RunSummary summary, VersionSet versions);

    /// <summary>Lets go of the stream without closing it.</summary>
    public abstract void Dispose();
}
