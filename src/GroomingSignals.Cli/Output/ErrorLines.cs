using GroomingSignals.Cli.Rendering;
using GroomingSignals.Data;

namespace GroomingSignals.Cli.Output;

/// <summary>Errors of inputs on standard error: the first few by line, then how many more, since a file of the wrong kind has one a row.</summary>
/// <param name="error">Standard error.</param>
/// <param name="before">Takes away whatever is drawn there.</param>
internal sealed class ErrorLines(TextWriter error, Action before)
{
    private const int Shown = 20;

    public long Count { get; private set; }

    public void Add(ReadError problem)
    {
        Count++;
        if (Count <= Shown)
        {
            before();
            error.WriteLine(VisibleText.Of(problem.ToString()));
        }
    }

    public void Complete()
    {
        if (Count > Shown)
        {
            error.WriteLine($"and {Figures.Counted(Count - Shown, "more error")}");
        }
    }
}
