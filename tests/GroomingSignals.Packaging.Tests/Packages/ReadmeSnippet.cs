using System.Text.RegularExpressions;

namespace GroomingSignals.Packaging.Tests.Packages;

/// <summary>A fenced block of the README that an HTML comment on the line before it names.</summary>
internal static class ReadmeSnippet
{
    /// <summary>Finds the block under <c>&lt;!-- kind: name --&gt;</c>.</summary>
    /// <param name="readme">The text of the README.</param>
    /// <param name="kind"><c>snippet</c> or <c>output</c>.</param>
    /// <param name="name">The name after the kind.</param>
    public static string Find(string readme, string kind, string name)
    {
        Match block = Regex.Match(
            readme.ReplaceLineEndings("\n"),
            $@"^<!-- {Regex.Escape(kind)}: {Regex.Escape(name)} -->\n\s*```[a-z]*\n(?<body>.*?)^```$",
            RegexOptions.Multiline | RegexOptions.Singleline);
        return block.Success
            ? block.Groups["body"].Value.TrimEnd()
            : throw new InvalidOperationException($"README.md has no fenced block under <!-- {kind}: {name} -->.");
    }
}
