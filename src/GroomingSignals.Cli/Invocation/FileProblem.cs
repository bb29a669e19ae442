namespace GroomingSignals.Cli.Invocation;

/// <summary>Why a file could not be opened, in words that do not depend on the platform.</summary>
internal static class FileProblem
{
    public static string Of(Exception e) => e switch
    {
        FileNotFoundException => "no such file",
        DirectoryNotFoundException => "no such folder",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the path is too long",
        _ => "cannot be opened",
    };

    /// <summary>Opens a file for reading, or ends the command with one clear line.</summary>
    public static void RequireFile(string path)
    {
        if (Directory.Exists(path))
        {
            throw new CommandException($"{path}: is a directory; name a file");
        }

        if (!File.Exists(path))
        {
            throw new CommandException($"{path}: no such file");
        }
    }
}
