using System.Text.RegularExpressions;

namespace GroomingSignals.Tests.Architecture;

/// <summary>The folders of the core as rooms in a row, each of which may use the rooms to its left and the two of plain data.</summary>
internal static partial class CoreRooms
{
    public static readonly string[] LeftToRight =
        ["Conversations", "Text", "Matching", "Rules", "RulePacks", "Tracking", "Features", "Scoring", "Policy", "Participants", "Assessment"];

    private static readonly string[] FreeToAll = ["Conversations", "Assessment"];

    public static bool MayUse(string room, string other) =>
        room == other
        || FreeToAll.Contains(other)
        || Array.IndexOf(LeftToRight, other) < Array.IndexOf(LeftToRight, room);

    /// <summary>The rooms that a piece of code names: in full, or by <c>Room.Type</c>, which C# allows inside the same root namespace.</summary>
    /// <param name="code">C# without comments.</param>
    /// <param name="typesOf">The names of the types that each room declares.</param>
    public static IEnumerable<string> UsedBy(string code, ILookup<string, string> typesOf)
    {
        IEnumerable<string> inFull = FullName().Matches(code).Select(match => match.Groups["room"].Value);
        IEnumerable<string> inPart = PartialName().Matches(code)
            .Where(match => typesOf[match.Groups["room"].Value].Contains(match.Groups["type"].Value))
            .Select(match => match.Groups["room"].Value);
        return inFull.Concat(inPart).Where(LeftToRight.Contains).Distinct();
    }

    [GeneratedRegex(@"\bGroomingSignals\.(?<room>[A-Z]\w*)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?<room>[A-Z]\w*)\.(?<type>[A-Z]\w*)")]
    private static partial Regex PartialName();
}
