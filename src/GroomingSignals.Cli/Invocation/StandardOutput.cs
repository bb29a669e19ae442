using Microsoft.Win32.SafeHandles;

namespace GroomingSignals.Cli.Invocation;

/// <summary>Opens standard output so that a reader who has left is noticed.</summary>
internal static class StandardOutput
{
    /// <summary>
    /// The console's own stream swallows a broken pipe and would read on to the end of a large input. A file stream reports it, but keeps its own
    /// position in a regular file, which goes wrong when a shell group shares the file: there the console's stream is right.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? Console.OpenStandardOutput() : stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    /// <summary>True for EPIPE, and for its Windows relatives ERROR_BROKEN_PIPE and ERROR_NO_DATA.</summary>
    public static bool IsBrokenPipe(IOException e) => e.HResult is 32 or unchecked((int)0x8007006D) or unchecked((int)0x800700E8);
}
