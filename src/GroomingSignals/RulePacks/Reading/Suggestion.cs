namespace GroomingSignals.RulePacks.Reading;

/// <summary>Finds what an author probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence that names the nearest candidate; empty when none is near.</summary>
    public static string For(string written, IEnumerable<string> candidates)
    {
        if (written.Length > 64)
        {
            return "";
        }

        int most = Math.Max(1, written.Length / 3);
        string? nearest = null;
        int least = most + 1;
        foreach (string candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - written.Length) <= most && Distance(written, candidate) is var distance && distance < least)
            {
                least = distance;
                nearest = candidate;
            }
        }

        return nearest is null ? "" : $" Did you mean '{nearest}'?";
    }

    /// <summary>Insertions, deletions, substitutions (Levenshtein 1966) without regard to case.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substituted = diagonal + (char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
