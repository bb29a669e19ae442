using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace GroomingSignals.Data.Pan12;

/// <summary>What the two lists of ground truth say that come beside a corpus in the format of PAN-2012.</summary>
public sealed class Pan12Labels
{
    private Pan12Labels(FrozenSet<string> predators, FrozenDictionary<string, FrozenSet<int>> lines)
    {
        Predators = predators;
        Lines = lines;
    }

    /// <summary>The authors who groom.</summary>
    public IReadOnlySet<string> Predators { get; }

    /// <summary>The conversations that the list of lines names. Those that the corpus does not have belong to another corpus. Empty without that list.</summary>
    public IReadOnlyCollection<string> NamedConversations => Lines.Keys;

    /// <summary>For each conversation that the list of lines names: the lines that show grooming. Empty without that list.</summary>
    internal FrozenDictionary<string, FrozenSet<int>> Lines { get; }

    /// <summary>Reads the lists.</summary>
    /// <param name="predators">The file with the id of one author a line.</param>
    /// <param name="lines">The file with a conversation and the number of a line, parted by a tab, on each line; null when there is none.</param>
    /// <exception cref="InvalidDataException">A line of the second file is not of that form; the message names file and line.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static Pan12Labels Load(string predators, string? lines = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(predators);
        FrozenSet<string> authors = File.ReadLines(predators, Encoding.UTF8).Select(l => l.Trim()).Where(l => l.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        return new Pan12Labels(authors, lines is null ? FrozenDictionary<string, FrozenSet<int>>.Empty : LoadLines(lines));
    }

    private static FrozenDictionary<string, FrozenSet<int>> LoadLines(string path)
    {
        Dictionary<string, HashSet<int>> found = new(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            string[] parts = line.Split('\t', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
            {
                continue;
            }

            if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int message))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{path}:{number}: must be a conversation and the number of a line, parted by a tab"));
            }

            if (!found.TryGetValue(parts[0], out HashSet<int>? numbers))
            {
                found.Add(parts[0], numbers = []);
            }

            numbers.Add(message);
        }

        return found.ToFrozenDictionary(f => f.Key, f => f.Value.ToFrozenSet(), StringComparer.Ordinal);
    }
}
