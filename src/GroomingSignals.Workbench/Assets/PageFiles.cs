using System.Collections.Frozen;
using System.Reflection;

namespace GroomingSignals.Workbench.Assets;

/// <summary>The built front end, from the resources of this assembly: no file on disk is ever served.</summary>
internal static class PageFiles
{
    private const string Prefix = "web/";

    private static readonly FrozenDictionary<string, PageFile> Files = Load();

    public static IEnumerable<string> Names => Files.Keys;

    /// <summary>A file by its path under the token; null when there is none. The empty path is the page.</summary>
    public static PageFile? Find(string path) => Files.GetValueOrDefault(path.Length == 0 ? "index.html" : path);

    private static FrozenDictionary<string, PageFile> Load()
    {
        Assembly assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static PageFile Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return new PageFile(TypeOf(name), copy.ToArray());
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".json" => "application/json; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
