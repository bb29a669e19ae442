using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.RulePacks.Reading;

/// <summary>Finds and decodes the files of packs and policies.</summary>
internal static class PackFiles
{
    private const string BuiltInPrefix = "ncmec-en/";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The embedded files of the built-in pack, in ordinal order of their names.</summary>
    public static ImmutableArray<PackSource> BuiltIn()
    {
        var assembly = typeof(PackFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(BuiltInPrefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n => Embedded(assembly, n)),
        ];
    }

    /// <summary>An embedded file.</summary>
    public static PackSource Embedded(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly has no resource '{resource}'.");
        using var reader = new StreamReader(stream, Strict);
        return Source(resource, reader.ReadToEnd());
    }

    /// <summary>A file by what the caller calls it.</summary>
    public static PackSource Source(string file, string text)
    {
        string name = file[(file.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        string lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new PackSource(file, name, lines.Length > 0 && lines[0] == '\uFEFF' ? lines[1..] : lines);
    }

    /// <summary>The files of a pack, in ordinal order of their names.</summary>
    public static ImmutableArray<PackSource> Load(string path, Diagnostics diagnostics)
    {
        if (!Directory.Exists(path))
        {
            return Read(path, diagnostics) is { } single ? [single] : [];
        }

        var names = Directory.EnumerateFiles(path)
            .Select(f => Path.GetFileName(f))
            .Where(n => n.EndsWith(".yaml", StringComparison.Ordinal) && !n.EndsWith(".tests.yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
        {
            diagnostics.Error(DiagnosticIds.Unreadable, SourcePosition.Whole(path), "The folder has no .yaml file of a pack.");
        }

        return [.. names.Select(n => Read(Path.Combine(path, n), diagnostics)).OfType<PackSource>()];
    }

    /// <summary>Reads one file; null, with a diagnostic, when it cannot be read.</summary>
    public static PackSource? Read(string path, Diagnostics diagnostics)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > YamlTree.MaximumBytes)
            {
                diagnostics.Error(DiagnosticIds.Unreadable, SourcePosition.Whole(path), "The file is larger than 8 MiB. Split it.");
                return null;
            }

            return Source(path, Strict.GetString(File.ReadAllBytes(path)));
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Error(DiagnosticIds.Unreadable, SourcePosition.Whole(path), "The file is not UTF-8.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string why = e is FileNotFoundException or DirectoryNotFoundException ? "There is no such file or folder." : "The file cannot be read.";
            diagnostics.Error(DiagnosticIds.Unreadable, SourcePosition.Whole(path), why);
        }

        return null;
    }
}
