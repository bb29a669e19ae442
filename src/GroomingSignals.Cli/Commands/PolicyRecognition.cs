using GroomingSignals.RulePacks;
using GroomingSignals.RulePacks.Reading;
using GroomingSignals.RulePacks.Yaml;

namespace GroomingSignals.Cli.Commands;

/// <summary>Tells a policy from a pack by what is in the file: both are YAML, and people name them as they like.</summary>
internal static class PolicyRecognition
{
    private const string Schema = "policy/";

    /// <summary>True for a file that says it is a policy: by its schema, or without one by its header. A file that is no YAML counts by its line with the schema.</summary>
    /// <param name="path">A file or a folder; what cannot be read is no policy, and is explained when it is loaded.</param>
    public static bool IsPolicy(string path)
    {
        if (!File.Exists(path) || PackFiles.Read(path, new Diagnostics()) is not { } source)
        {
            return false;
        }

        if (YamlTree.Read(source.Text, source.File, new Diagnostics()) is YamlMapping root)
        {
            return root.Find("schema")?.Value is YamlScalar schema
                ? schema.Value.StartsWith(Schema, StringComparison.Ordinal)
                : root.Find("policy") is not null && root.Find("pack") is null;
        }

        return source.Text.Split('\n').Any(line => line.StartsWith("schema:", StringComparison.Ordinal) && line["schema:".Length..].Trim().Trim('"', '\'').StartsWith(Schema, StringComparison.Ordinal));
    }
}
