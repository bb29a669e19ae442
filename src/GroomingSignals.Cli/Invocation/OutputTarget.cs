using System.Globalization;

namespace GroomingSignals.Cli.Invocation;

/// <summary>
/// Where results go: standard output, or a file that appears only when it is complete (written beside its place, then moved over it).
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? _path;
    private readonly string? _temporary;
    private bool _completed;

    private OutputTarget(Stream stream, string? path, string? temporary)
    {
        Stream = stream;
        _path = path;
        _temporary = temporary;
    }

    public Stream Stream { get; }

    /// <summary>True when the results go to standard output, which may be a terminal.</summary>
    public bool IsStandard => _path is null;

    /// <summary>Opens the place of the results.</summary>
    /// <param name="path">The file; null or <c>-</c> for standard output.</param>
    /// <param name="context">The streams.</param>
    /// <param name="inputs">What is read meanwhile: none of it is written over.</param>
    public static OutputTarget Open(string? path, CommandContext context, IEnumerable<string>? inputs = null)
    {
        if (path is null or "-")
        {
            return new OutputTarget(context.Output, null, null);
        }

        try
        {
            if (path.StartsWith("/dev/", StringComparison.Ordinal))
            {
                return new OutputTarget(File.OpenWrite(path), path, null);
            }

            if (Directory.Exists(path))
            {
                throw new CommandException($"{path}: is a directory; name a file to write to");
            }

            var file = new FileInfo(path);
            string full = Target(file);
            RequireNoInput(path, inputs ?? []);
            string temporary = string.Create(CultureInfo.InvariantCulture, $"{full}.{Environment.ProcessId}.tmp");
            return new OutputTarget(new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16), full, temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException($"{path}: {FileProblem.Of(e)}");
        }
    }

    /// <summary>Ends the command when a file that is to be written is one that is read.</summary>
    public static void RequireNoInput(string path, IEnumerable<string> inputs)
    {
        string full = Target(new FileInfo(path));
        if (inputs.Any(input => File.Exists(input) && string.Equals(Target(new FileInfo(input)), full, StringComparison.Ordinal)))
        {
            throw new CommandException($"{path}: is an input too; write to another file");
        }
    }

    private static string Target(FileInfo file) => file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;

    /// <summary>Makes the file appear in its place.</summary>
    public void Complete()
    {
        Stream.Flush();
        if (_path is null)
        {
            return;
        }

        Stream.Dispose();
        if (_temporary is not null)
        {
            try
            {
                File.Move(_temporary, _path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"{_path}: {FileProblem.Of(e)}");
            }
        }

        _completed = true;
    }

    public void Dispose()
    {
        if (_path is null || _completed)
        {
            return;
        }

        Stream.Dispose();
        if (_temporary is not null)
        {
            File.Delete(_temporary);
        }
    }
}
