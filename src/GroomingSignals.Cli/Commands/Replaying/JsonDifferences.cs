using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace GroomingSignals.Cli.Commands.Replaying;

/// <summary>The paths at which two JSON values differ, in order; values are not quoted.</summary>
internal static class JsonDifferences
{
    public static ImmutableArray<string> Of(JsonElement a, JsonElement b)
    {
        var paths = ImmutableArray.CreateBuilder<string>();
        Walk(a, b, "", paths);
        return paths.ToImmutable();
    }

    private static void Walk(JsonElement a, JsonElement b, string path, ImmutableArray<string>.Builder paths)
    {
        if (a.ValueKind == JsonValueKind.Object && b.ValueKind == JsonValueKind.Object)
        {
            string[] names = [.. a.EnumerateObject().Select(p => p.Name).Union(b.EnumerateObject().Select(p => p.Name), StringComparer.Ordinal)];
            foreach (string name in names)
            {
                Member(a.TryGetProperty(name, out JsonElement left) ? left : null, b.TryGetProperty(name, out JsonElement right) ? right : null, path.Length == 0 ? name : $"{path}.{name}", paths);
            }
        }
        else if (a.ValueKind == JsonValueKind.Array && b.ValueKind == JsonValueKind.Array)
        {
            JsonElement[] left = [.. a.EnumerateArray()];
            JsonElement[] right = [.. b.EnumerateArray()];
            for (int i = 0; i < Math.Max(left.Length, right.Length); i++)
            {
                Member(i < left.Length ? left[i] : null, i < right.Length ? right[i] : null, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), paths);
            }
        }
        else if (a.ValueKind != b.ValueKind || !string.Equals(a.GetRawText(), b.GetRawText(), StringComparison.Ordinal))
        {
            paths.Add(path);
        }
    }

    private static void Member(JsonElement? a, JsonElement? b, string path, ImmutableArray<string>.Builder paths)
    {
        if (a is { } left && b is { } right)
        {
            Walk(left, right, path, paths);
        }
        else
        {
            paths.Add(path);
        }
    }
}
