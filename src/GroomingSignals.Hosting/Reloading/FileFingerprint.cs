using System.Globalization;
using System.Text;

namespace GroomingSignals.Hosting.Reloading;

/// <summary>What tells that files have changed: their names, lengths and times of writing; of links those of what they lead to.</summary>
internal static class FileFingerprint
{
    public static string Of(IEnumerable<string> paths)
    {
        var text = new StringBuilder();
        foreach (string path in paths)
        {
            text.Append(path).Append('\n');
            foreach (string file in Files(path))
            {
                text.Append(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}|{Stamp(file)}\n");
            }
        }

        return text.ToString();
    }

    private static string[] Files(string path)
    {
        try
        {
            return Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal).ToArray() : [path];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Stamp(string path)
    {
        try
        {
            var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
            return string.Create(CultureInfo.InvariantCulture, $"{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "none";
        }
    }
}
