using GroomingSignals.Cli.Invocation;

namespace GroomingSignals.Cli.Output;

/// <summary>Writes whole files beside what a command prints. Each appears only when it is complete; none takes the place of an input.</summary>
internal sealed class OutputWriter(CommandContext context, IReadOnlyList<string> inputs)
{
    private const int Buffer = 1 << 16;

    /// <summary>Ends the command when a file could not be written: better before the work than after it.</summary>
    /// <param name="paths">The files; null for one that is not asked for.</param>
    public void Require(params string?[] paths)
    {
        foreach (string path in paths.OfType<string>())
        {
            if (path is "-")
            {
                throw new CommandException("standard output holds the figures: name a file to write to");
            }

            OutputTarget.Open(path, context, inputs).Dispose();
        }
    }

    public void Write(string? path, Action<Stream> write)
    {
        if (path is null)
        {
            return;
        }

        using OutputTarget target = OutputTarget.Open(path, context, inputs);
        var buffered = new BufferedStream(target.Stream, Buffer);
        write(buffered);
        buffered.Flush();
        target.Complete();
    }
}
