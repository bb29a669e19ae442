using System.Text;

namespace GroomingSignals.Hosting.Tests;

/// <summary>Looks for a word in all files of a folder, in UTF-8 and in UTF-16.</summary>
internal static class FileSearch
{
    // An empty file may be a lock that nobody else can open.
    public static bool Holds(string folder, string text) =>
        Directory.EnumerateFiles(folder).Where(f => new FileInfo(f).Length > 0).Select(Read).Any(content =>
            content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
